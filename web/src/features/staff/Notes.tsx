import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {intakes, notes, writeNote, type NoteRequest, type SessionNotes, type Sitting} from '../../api/desk';
import {Problem} from '../../api/problem';
import {useCodes} from '../../lib/codes';
import {when} from '../../lib/time';
import {Button} from '../../ui/Button';
import {Field, Select, TextArea} from '../../ui/Field';
import {Failed, Notice, Skeleton} from '../../ui/States';
import {can} from './can';
import {Refused} from './Refused';
import {useStaffWords} from './words';

const PARTS = ['subjective', 'objective', 'assessment', 'plan'] as const;
const PRESSURES = ['LIGHT', 'MODERATE', 'FIRM', 'INTENSE'] as const;

/** What the client has said about their body, told only when asked for: each reading is on record for them. */
export function Intake({sitting}: {sitting: Sitting}) {
  const {t} = useStaffWords();
  const {named} = useCodes();
  const [asked, setAsked] = useState(false);
  const told = useQuery({...intakes(sitting.bookingId), enabled: asked});
  const all = told.data?.filter(({clientId, said}) => clientId === sitting.client.id && said) ?? [];
  return (
    <details className="border-b border-line py-2" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('intake')}</summary>
      <p className="mb-2 text-muted">{t('onRecord')}</p>
      {told.isError ? (
        <NotNow error={told.error} zone={sitting.zone} retry={() => void told.refetch()} />
      ) : told.isPending ? (
        <Skeleton className="h-16" />
      ) : all.length === 0 ? (
        <p>{t('noIntake')}</p>
      ) : (
        all.map(({clientId, said}) => (
          <dl key={clientId} className="grid gap-1.5">
            {(said?.spots ?? []).map((spot, index) => (
              <div key={index}>
                <dt className="font-semibold">
                  {named('area', spot.area)}
                  {spot.pain !== undefined && ` · ${t('painOf', {pain: spot.pain})}`}
                </dt>
                <dd>{spot.qualities.map((quality) => named('quality', quality)).join(', ')}</dd>
              </div>
            ))}
            {said?.pressure && <Line term={t('pressure')} what={t(`pressures.${said.pressure}`)} />}
            {said?.allergies && <Line term={t('allergies')} what={said.allergies} />}
            {said?.medication && <Line term={t('medication')} what={said.medication} />}
            {said?.history && <Line term={t('history')} what={said.history} />}
            {said && said.avoidAreas?.length > 0 && <Line term={t('avoid')} what={said.avoidAreas.map((area) => named('area', area)).join(', ')} />}
          </dl>
        ))
      )}
    </details>
  );
}

const Line = ({term, what}: {term: string; what: string}) => (
  <div>
    <dt className="inline font-semibold">{term}: </dt>
    <dd className="inline">{what}</dd>
  </div>
);

function NotNow({error, zone, retry}: {error: Error; zone: string; retry: () => void}) {
  const {t, language} = useStaffWords();
  if (!(error instanceof Problem) || error.type !== 'not-now') return <Failed error={error} retry={retry} />;
  const {from, until} = error.body as {from?: string; until?: string};
  return (
    <Notice tone="hold" title={t('notNow')}>
      {from && until && (
        <p>
          {when(from, zone, language)} – {when(until, zone, language)}
        </p>
      )}
    </Notice>
  );
}

/** The notes of this session and of former ones; the last one holds, what was written before stays. */
export function Notes({sitting}: {sitting: Sitting}) {
  const {t, language} = useStaffWords();
  const [asked, setAsked] = useState(false);
  const all = useQuery({...notes(sitting.bookingId), enabled: asked});
  const mine = all.data?.find((one) => one.bookingId === sitting.bookingId && one.session === sitting.number);
  const former = all.data?.filter((one) => one !== mine && one.entries.length > 0) ?? [];
  return (
    <details className="border-b border-line py-2" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('notes')}</summary>
      <p className="mb-2 text-muted">{t('onRecord')}</p>
      {all.isError ? (
        <NotNow error={all.error} zone={sitting.zone} retry={() => void all.refetch()} />
      ) : all.isPending ? (
        <Skeleton className="h-40" />
      ) : (
        <>
          {can.write(sitting) ? <NoteForm key={mine?.version ?? 0} sitting={sitting} mine={mine} /> : <p>{t('notesOnceHere')}</p>}
          {former.length > 0 && <h3 className="mb-1 mt-4">{t('former')}</h3>}
          <ul className="grid gap-3">
            {former.map((one) => {
              const note = one.entries.at(-1)!.note;
              return (
                <li key={one.bookingId + one.session}>
                  <b>{when(one.start, sitting.zone, language)}</b>
                  {PARTS.map((part) => note[part] && <p key={part}>{`${t(`soap.${part}`)}: ${note[part]}`}</p>)}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </details>
  );
}

function NoteForm({sitting, mine}: {sitting: Sitting; mine: SessionNotes | undefined}) {
  const {t} = useStaffWords();
  const client = useQueryClient();
  const former = mine?.entries.at(-1)?.note;
  const [note, setNote] = useState<NoteRequest>({
    ...former,
    technique: former?.technique ?? sitting.treatmentName,
  });
  const [because, setBecause] = useState('');
  const writing = useMutation({
    mutationFn: () =>
      writeNote(client, sitting.bookingId, sitting.number, mine?.version ?? 0, {...written(note), ...(former && {because: because.trim()})}),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    writing.mutate();
  };
  return (
    <form className="grid gap-3" onSubmit={submit}>
      {PARTS.map((part) => (
        <TextArea key={part} label={t(`soap.${part}`)} rows={2} maxLength={4000} value={note[part] ?? ''} onChange={(event) => setNote({...note, [part]: event.target.value})} />
      ))}
      <Field label={t('technique')} maxLength={4000} value={note.technique ?? ''} onChange={(event) => setNote({...note, technique: event.target.value})} />
      <Select
        label={t('pressure')}
        optional
        value={note.pressure ?? ''}
        onChange={(value) => setNote({...note, pressure: PRESSURES.find((one) => one === value)})}
        choices={[{value: '', label: '–'}, ...PRESSURES.map((one) => ({value: one, label: t(`pressures.${one}`)}))]}
      />
      <TextArea
        label={t('selfCare')}
        optional
        hint={t('selfCareHint')}
        rows={2}
        value={(note.selfCare ?? []).join('\n')}
        onChange={(event) => setNote({...note, selfCare: event.target.value.split('\n')})}
      />
      {former && <Field label={t('because')} hint={t('becauseHint')} required minLength={3} maxLength={200} value={because} onChange={(event) => setBecause(event.target.value)} />}
      <Button type="submit" busy={writing.isPending}>
        {former ? t('amend') : t('write')}
      </Button>
      <p role="status" className="text-ok">{writing.isSuccess && t('written')}</p>
      {writing.isError && <Refused error={writing.error} zone={sitting.zone} onClose={writing.reset} />}
    </form>
  );
}

/** Without what was left empty. */
function written({selfCare, ...note}: NoteRequest): NoteRequest {
  const filled = Object.entries(note).filter(([, value]) => value !== undefined && value !== '');
  return {...Object.fromEntries(filled), selfCare: (selfCare ?? []).map((line) => line.trim()).filter(Boolean)};
}
