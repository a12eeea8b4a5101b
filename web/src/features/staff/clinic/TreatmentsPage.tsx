import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {Treatment} from '../../../api/catalogue';
import {addTreatment, editedClinic, keepLengths, keepTreatment, menu, removeTreatment, type TreatmentRequest} from '../../../api/clinicAdmin';
import {useCodes} from '../../../lib/codes';
import {Button} from '../../../ui/Button';
import {Dialog} from '../../../ui/Dialog';
import {Field, Select, TextArea} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept, useKeys} from '../saving';
import {usePlace, type Place} from '../StaffPage';
import {useClinicWords} from './words';

const PRESSURES = ['LIGHT', 'MODERATE', 'FIRM', 'INTENSE'] as const;

/** What the clinic gives and for how long: the house's treatments, and its own. */
export default function TreatmentsPage() {
  const {t} = useClinicWords();
  const {named} = useCodes();
  const place = usePlace();
  const all = useQuery({...menu(place?.clinicId ?? ''), enabled: place?.admin === true});
  const [open, setOpen] = useState<Treatment | 'new'>();
  if (!place?.admin) return null;
  return (
    <div className="max-w-3xl">
      <PageTitle title={t('treatments')} hidden />
      <Answered to={all} shape="h-96">
        {(treatments) => (
          <>
            <ul className="card divide-y divide-line">
              {treatments.map((one) => (
                <li key={one.code} className="grid gap-2 p-4">
                  <div className="flex flex-wrap items-center justify-between gap-2">
                    <h2 className="!text-base">{named('treatment', one.code, one.name)}</h2>
                    {one.clinicId ? (
                      <Button look="ghost" className="px-4 py-1.5" onClick={() => setOpen(one)}>
                        {t('edit')}
                        {' '}<span className="sr-only">{one.name}</span>
                      </Button>
                    ) : (
                      <span className="text-muted">{t('ofTheHouse')}</span>
                    )}
                  </div>
                  <Lengths key={one.lengthsMinutes.join()} place={place} treatment={one} />
                </li>
              ))}
            </ul>
            <Button look="ghost" className="mt-4" onClick={() => setOpen('new')}>
              {t('addTreatment')}
            </Button>
          </>
        )}
      </Answered>
      {open && <TreatmentForm place={place} treatment={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** 30, 60 ↔ [30, 60]; undefined for what is no list of minutes. */
export function lengthsOf(text: string): number[] | undefined {
  const parts = text.split(/[,;\s]+/).filter(Boolean);
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  return [...new Set(parts.map(Number))].sort((one, other) => one - other);
}

function Lengths({place, treatment}: {place: Place; treatment: Treatment}) {
  const {t} = useClinicWords();
  const client = useQueryClient();
  const known = useQuery(editedClinic(place.clinicId)).data;
  const before = treatment.lengthsMinutes.join(', ');
  const [text, setText] = useState(before);
  const lengths = lengthsOf(text);
  const saving = useMutation({mutationFn: (next: number[]) => keepLengths(client, known!, treatment.code, next)});
  const [problem] = [...findings(saving.error).values()];
  const others = known?.treatmentLengths.some((one) => one.treatment === treatment.code);
  const left = (saving.data as {pricesLeft?: {name: string}[]} | undefined)?.pricesLeft ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lengths?.length) saving.mutate(lengths);
  };
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={submit}>
      <div className="w-56">
        <Field
          label={
            <>
              {t('lengths')}
              {' '}<span className="sr-only">{treatment.name}</span>
            </>
          }
          value={text}
          error={lengths?.length ? problem : t('noLengths')}
          onChange={(event) => {
            saving.reset();
            setText(event.target.value);
          }}
        />
      </div>
      {text !== before && (
        <Button type="submit" busy={saving.isPending} disabled={!known || !lengths?.length}>
          {t('keep')}
        </Button>
      )}
      {others && text === before && !treatment.clinicId && (
        <Button look="plain" busy={saving.isPending} onClick={() => saving.mutate([])}>
          {t('asTheHouse')}
          {' '}<span className="sr-only">{treatment.name}</span>
        </Button>
      )}
      <Kept when={saving.isSuccess} />
      {left.length > 0 && <p className="w-full rounded-lg bg-clay-tint p-3">{t('pricesLeft', {names: [...new Set(left.map(({name}) => name))].join(', ')})}</p>}
      {saving.isError && !problem && <Refused error={saving.error} zone={place.zone} onClose={saving.reset} />}
    </form>
  );
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);
const codeOf = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40);

/** A treatment of the clinic's own. What speaks against every massage holds for it, too. */
function TreatmentForm({place, treatment, onClose}: {place: Place; treatment: Treatment | undefined; onClose: () => void}) {
  const {t} = useClinicWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const [wish, setWish] = useState({
    name: treatment?.name ?? '',
    how: treatment?.how ?? '',
    from: treatment?.pressure.from ?? ('LIGHT' as const),
    to: treatment?.pressure.to ?? ('MODERATE' as const),
    withHeat: treatment?.pressure.withHeat ?? false,
    bestFor: treatment?.bestFor.join('\n') ?? '',
    benefits: treatment?.benefits.join('\n') ?? '',
    lengths: treatment?.lengthsMinutes.join(', ') ?? '30, 60',
  });
  const request = (): TreatmentRequest => ({
    ...(!treatment && {code: codeOf(wish.name)}),
    name: wish.name.trim(),
    how: wish.how.trim(),
    pressure: {from: wish.from, to: wish.to, withHeat: wish.withHeat},
    bestFor: lines(wish.bestFor),
    benefits: lines(wish.benefits),
    ...(treatment?.feelsLike && {feelsLike: treatment.feelsLike}),
    lengthsMinutes: lengthsOf(wish.lengths) ?? [],
    roomNeeds: treatment?.roomNeeds ?? ['TABLE'],
    equipmentNeeds: treatment?.equipmentNeeds ?? [],
    contraindications: treatment?.contraindications ?? [],
    sources: treatment?.sources ?? [],
    clinicId: place.clinicId,
  });
  const saving = useMutation({
    mutationFn: () => (treatment ? keepTreatment(client, treatment, request()) : addTreatment(client, request(), keyOf(request()))),
    onSuccess: onClose,
  });
  const removing = useMutation({mutationFn: () => removeTreatment(client, treatment!), onSuccess: onClose});
  const found = findings(saving.error);
  const at = (name: string) => [...found].find(([field]) => field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`))?.[1];
  const set = (change: Partial<typeof wish>) => setWish({...wish, ...change});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const pressure = (end: 'from' | 'to') => (
    <Select label={t(`pressure.${end}`)} error={at('pressure')} value={wish[end]} onChange={(value) => set({[end]: value as (typeof PRESSURES)[number]})} choices={PRESSURES.map((value) => ({value, label: t(`pressure.${value}`)}))} />
  );
  return (
    <Dialog side title={treatment?.name ?? t('addTreatment')} onClose={onClose}>
      <form className="grid gap-3" onSubmit={submit}>
        <Field label={t('name')} required maxLength={80} value={wish.name} error={at('name') ?? at('code')} onChange={(event) => set({name: event.target.value})} />
        <TextArea label={t('how')} required maxLength={500} value={wish.how} error={at('how')} onChange={(event) => set({how: event.target.value})} />
        <div className="grid grid-cols-2 gap-3">
          {pressure('from')}
          {pressure('to')}
        </div>
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" className="size-5" checked={wish.withHeat} onChange={(event) => set({withHeat: event.target.checked})} />
          {t('withHeat')}
        </label>
        <TextArea label={t('bestFor')} hint={t('eachLine')} required value={wish.bestFor} error={at('bestFor')} onChange={(event) => set({bestFor: event.target.value})} />
        <TextArea label={t('benefits')} hint={t('eachLine')} required value={wish.benefits} error={at('benefits')} onChange={(event) => set({benefits: event.target.value})} />
        <Field label={t('lengths')} required value={wish.lengths} error={lengthsOf(wish.lengths)?.length ? at('lengthsMinutes') : t('noLengths')} onChange={(event) => set({lengths: event.target.value})} />
        {saving.isError && found.size === 0 && <Refused error={saving.error} zone={place.zone} onClose={saving.reset} />}
        {[...found].filter(([field]) => !/^(name|code|how|pressure|bestFor|benefits|lengthsMinutes)/.test(field)).map(([field, message]) => (
          <p key={field} lang="en" className="font-semibold text-stop">
            {field} {message}
          </p>
        ))}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={saving.isPending}>
            {t('keep')}
          </Button>
          {treatment && (
            <Button look="plain" busy={removing.isPending} onClick={() => removing.mutate()}>
              {t('remove')}
            </Button>
          )}
        </div>
        {removing.isError && <Refused error={removing.error} zone={place.zone} onClose={removing.reset} />}
      </form>
    </Dialog>
  );
}
