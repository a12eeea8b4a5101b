import {useState, type FormEvent} from 'react';
import {useQuery} from '@tanstack/react-query';
import type {Clinic} from '../../../api/catalogue';
import {menu, requestOf, type ClinicRequest} from '../../../api/clinicAdmin';
import {Button} from '../../../ui/Button';
import {ManyChips} from '../../../ui/Chips';
import {Field} from '../../../ui/Field';
import {findings} from '../saving';
import {ClinicPart, KeepClinic, type SavingClinic} from './useClinic';
import {useClinicWords} from './words';

/** The rooms and what each offers, and what can be carried from one to the other. */
export default function RoomsPage() {
  const {t} = useClinicWords();
  return <ClinicPart title={t('rooms')}>{(known, saving) => <RoomsForm known={known} saving={saving} />}</ClinicPart>;
}

type Rooms = ClinicRequest['rooms'];
type Equipment = ClinicRequest['equipment'];

function RoomsForm({known, saving}: {known: Clinic; saving: SavingClinic}) {
  const {t} = useClinicWords();
  const offered = useQuery(menu(known.id)).data ?? [];
  const {rooms: storedRooms, equipment: storedEquipment} = requestOf(known);
  const [rooms, setRooms] = useState<Rooms>(storedRooms);
  const [equipment, setEquipment] = useState<Equipment>(storedEquipment);
  const found = findings(saving.error);
  const features = [...new Set([...rooms.flatMap((room) => room.features), ...offered.flatMap(({roomNeeds}) => roomNeeds), 'DOUBLE'])].sort();
  const kinds = [...new Set([...equipment.map(({kind}) => kind), ...offered.flatMap(({equipmentNeeds}) => equipmentNeeds)])].sort();
  const changed = JSON.stringify([rooms, equipment]) !== JSON.stringify([storedRooms, storedEquipment]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({known, change: {rooms, equipment}});
  };
  const named = (code: string) => t(`features.${code}`, {defaultValue: code.toLowerCase().replaceAll('_', ' ')});
  const change = <T,>(set: (next: T) => void) => (next: T) => {
    saving.reset();
    set(next);
  };
  const setRoomsAgain = change(setRooms);
  const setEquipmentAgain = change(setEquipment);
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <section className="card p-4" aria-labelledby="rooms">
        <h2 id="rooms" className="!text-lg">
          {t('rooms')}
        </h2>
        <p className="mb-3 text-muted">{t('roomsHint')}</p>
        <ul className="divide-y divide-line">
          {rooms.map((room, index) => (
            <li key={room.id ?? index} className="grid gap-3 py-3 sm:grid-cols-[14rem_1fr_auto] sm:items-start">
              <Field label={t('name')} required maxLength={60} value={room.name} error={found.get(`rooms[${index}].name`)} onChange={(event) => setRoomsAgain(rooms.with(index, {...room, name: event.target.value}))} />
              <ManyChips
                legend={
                  <>
                    {t('offers')}
                    {' '}<span className="sr-only">{room.name}</span>
                  </>
                }
                choices={features.map((value) => ({value, label: named(value)}))}
                chosen={room.features}
                onChange={(next) => setRoomsAgain(rooms.with(index, {...room, features: next}))}
              />
              <Button look="plain" onClick={() => setRoomsAgain(rooms.toSpliced(index, 1))}>
                {t('remove')}
                {' '}<span className="sr-only">{room.name}</span>
              </Button>
            </li>
          ))}
        </ul>
        <Button look="ghost" onClick={() => setRoomsAgain([...rooms, {name: '', features: features.includes('TABLE') ? ['TABLE'] : []}])}>
          {t('addRoom')}
        </Button>
      </section>
      <section className="card p-4" aria-labelledby="equipment">
        <h2 id="equipment" className="!text-lg">
          {t('equipment')}
        </h2>
        <p className="mb-3 text-muted">{t('equipmentHint')}</p>
        <ul className="divide-y divide-line">
          {equipment.map((piece, index) => (
            <li key={piece.id ?? index} className="grid items-end gap-3 py-3 sm:grid-cols-[14rem_1fr_auto]">
              <Field label={t('name')} required maxLength={60} value={piece.name} error={found.get(`equipment[${index}].name`)} onChange={(event) => setEquipmentAgain(equipment.with(index, {...piece, name: event.target.value}))} />
              <Field
                label={t('kind')}
                hint={t('kindHint')}
                required
                pattern="[A-Z][A-Z0-9_]*"
                list="kinds"
                value={piece.kind}
                error={found.get(`equipment[${index}].kind`)}
                onChange={(event) => setEquipmentAgain(equipment.with(index, {...piece, kind: event.target.value.toUpperCase()}))}
              />
              <Button look="plain" onClick={() => setEquipmentAgain(equipment.toSpliced(index, 1))}>
                {t('remove')}
                {' '}<span className="sr-only">{piece.name}</span>
              </Button>
            </li>
          ))}
        </ul>
        <datalist id="kinds">
          {kinds.map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <Button look="ghost" onClick={() => setEquipmentAgain([...equipment, {kind: kinds[0] ?? '', name: ''}])}>
          {t('addEquipment')}
        </Button>
      </section>
      <KeepClinic saving={saving} zone={known.zone} changed={changed} fields={/^(rooms|equipment)\[\d+]\.(name|kind)/} />
    </form>
  );
}
