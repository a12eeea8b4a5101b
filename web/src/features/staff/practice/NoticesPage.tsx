import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient, type UseMutationResult} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {keepWishes, wishes, type Channel, type Wishes} from '../../../api/practice';
import {Button} from '../../../ui/Button';
import {ManyChips, OneChip} from '../../../ui/Chips';
import {Field, Select} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept} from '../saving';
import {usePlace} from '../StaffPage';
import {usePracticeWords} from './words';

const CHANNELS: Channel[] = ['MAIL', 'PUSH', 'INBOX'];
/** What staff are told of. */
const KINDS = ['DAY_SHEET', 'ALERT'] as const;

/** What one wants to hear of, how, and when not. */
export default function NoticesPage() {
  const {t} = usePracticeWords();
  const place = usePlace();
  const client = useQueryClient();
  const said = useQuery(wishes());
  const saving = useMutation({mutationFn: (next: Wishes) => keepWishes(client, next)});
  if (!place) return null;
  return (
    <div className="max-w-2xl">
      <PageTitle title={t('notices')} hidden />
      <p className="mb-4 text-muted">
        {t('noticesHint')}{' '}
        <Link to="/preferences" className="link">
          {t('noticesElsewhere')}
        </Link>
      </p>
      <Answered to={said}>{(known) => <WishesForm key={known.version} known={known} zone={place.zone} saving={saving} />}</Answered>
    </div>
  );
}

function WishesForm({known, zone, saving}: {known: Wishes; zone: string; saving: UseMutationResult<Wishes, Error, Wishes>}) {
  const {t} = usePracticeWords();
  const [next, setNext] = useState(known);
  const found = findings(saving.error);
  const set = (change: Partial<Wishes>) => {
    saving.reset();
    setNext({...next, ...change});
  };
  const quiet = next.quietHours;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const {language, quietHours, channels, ...rest} = next;
    // Only what staff can say something about: of the rest it stays as it is.
    const mine = Object.fromEntries(KINDS.map((kind) => [kind, channels[kind] ?? []]));
    saving.mutate({...rest, channels: mine, ...(language && {language}), ...(quietHours && {quietHours})});
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <section className="card grid gap-4 p-4">
        {KINDS.map((kind) => (
          <ManyChips
            key={kind}
            legend={t(`kinds.${kind}`)}
            choices={CHANNELS.map((value) => ({value, label: t(`channels.${value}`)}))}
            chosen={next.channels[kind] ?? []}
            onChange={(chosen) => set({channels: {...next.channels, [kind]: chosen}})}
          />
        ))}
        <OneChip
          legend={t('changes')}
          chosen={next.onlyWithinADay ? 'day' : 'all'}
          onChange={(value) => set({onlyWithinADay: value === 'day'})}
          choices={[
            {value: 'day', label: t('withinADay')},
            {value: 'all', label: t('allChanges')},
          ]}
        />
      </section>
      <section className="card grid gap-3 p-4">
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input
            type="checkbox"
            className="size-5"
            checked={quiet !== undefined}
            onChange={(event) => {
              const {quietHours: _, ...rest} = next;
              saving.reset();
              setNext(event.target.checked ? {...rest, quietHours: {from: '21:00', until: '07:00'}} : rest);
            }}
          />
          {t('quiet')}
        </label>
        {quiet && (
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('quietFrom')} type="time" required value={quiet.from.slice(0, 5)} error={found.get('quietHours.from')} onChange={(event) => set({quietHours: {...quiet, from: event.target.value}})} />
            <Field label={t('quietUntil')} type="time" required value={quiet.until.slice(0, 5)} error={found.get('quietHours.until')} onChange={(event) => set({quietHours: {...quiet, until: event.target.value}})} />
          </div>
        )}
        <Select
          label={t('inLanguage')}
          value={next.language ?? ''}
          onChange={(language) => {
            const {language: _, ...rest} = next;
            saving.reset();
            setNext(language ? {...rest, language} : rest);
          }}
          choices={[
            {value: '', label: t('asClinic')},
            {value: 'en', label: 'English'},
            {value: 'de', label: 'Deutsch'},
            {value: 'es', label: 'Español'},
          ]}
        />
      </section>
      {saving.isError && found.size === 0 && <Refused error={saving.error} zone={zone} onClose={saving.reset} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={saving.isPending}>
          {t('keepNotices')}
        </Button>
        <Kept when={saving.isSuccess} />
      </div>
    </form>
  );
}
