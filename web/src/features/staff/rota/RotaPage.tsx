import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient, type UseMutationResult} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {clinics, therapists, type Therapist} from '../../../api/catalogue';
import {edited, keepRota, type RotaRequest} from '../../../api/practice';
import {useKept} from '../../../lib/kept';
import {dateOf, day as dayOf, plusDays} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {OneChip} from '../../../ui/Chips';
import {Field, Select} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty, Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept} from '../saving';
import {usePlace, type Place} from '../StaffPage';
import {byPlace, DAYS, draftOf, minutesIn, placeOf, requestOf, wrongs, type Draft, type OtherDay, type Plan, type Rules} from './plans';
import {Stretches} from './Stretches';
import {TimeOff} from './TimeOff';
import {useRotaWords} from './words';

/** When somebody works: their own hours, or for who leads the clinic those of its therapists. */
export default function RotaPage() {
  const place = usePlace();
  if (!place) return null;
  if (!place.desk && place.therapistId) return <Rota place={place} therapistId={place.therapistId} />;
  return place.desk ? <OfTeam place={place} /> : null;
}

function OfTeam({place}: {place: Place}) {
  const {t} = useRotaWords();
  const search = useSearch({from: '/staff/hours'});
  const navigate = useNavigate({from: '/staff/hours'});
  const team = useQuery(therapists({clinicId: place.clinicId}));
  return (
    <Answered to={team}>
      {({therapists: all}) => {
        const chosen = all.find(({id}) => id === search.therapist) ?? all.find(({id}) => id === place.therapistId) ?? all[0];
        if (!chosen) return <Empty title={t('noTherapists')} />;
        return (
          <>
            <div className="mb-4 max-w-xs">
              <Select
                label={t('therapist')}
                value={chosen.id}
                onChange={(therapist) => void navigate({search: (former) => ({...former, therapist}), replace: true})}
                choices={all.map(({id, name}) => ({value: id, label: name}))}
              />
            </div>
            <Rota key={chosen.id} place={place} therapistId={chosen.id} />
          </>
        );
      }}
    </Answered>
  );
}

function Rota({place, therapistId}: {place: Place; therapistId: string}) {
  const {t} = useRotaWords();
  const client = useQueryClient();
  const known = useQuery(edited(therapistId));
  const saving = useMutation({mutationFn: ({therapist, rota}: {therapist: Therapist; rota: RotaRequest}) => keepRota(client, therapist, rota)});
  // The desk takes time off for somebody who is ill; hours are for the therapist and who leads the clinic.
  const mayChange = place.admin || place.therapistId === therapistId;
  return (
    <>
      <PageTitle title={t('title')} hidden />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {mayChange && <Answered to={known}>{(therapist) => <Hours key={therapist.version} place={place} therapist={therapist} saving={saving} />}</Answered>}
        <TimeOff therapistId={therapistId} zone={place.zone} desk={place.desk} />
      </div>
    </>
  );
}

type Saving = UseMutationResult<Therapist, Error, {therapist: Therapist; rota: RotaRequest}>;

/** The form; what is not saved yet outlives a reload. */
function Hours({place, therapist, saving}: {place: Place; therapist: Therapist; saving: Saving}) {
  const {t, language} = useRotaWords();
  const all = useQuery(clinics).data;
  const stored = draftOf(therapist, place.clinicId);
  const [draft, setDraft] = useKept<Draft>(`rota:${therapist.id}:${therapist.version}`, stored);
  const [shown, setShown] = useState(() => Math.max(0, draft.plans.findIndex(({clinicId}) => clinicId === place.clinicId)));
  const [tried, setTried] = useState(false);
  const {request, places} = requestOf(draft);
  const wrong = wrongs(draft);
  const found = byPlace(findings(saving.error), places);
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  const problemAt = (at: string) => (wrong.has(at) ? t(`wrong.${wrong.get(at)}`) : found.get(at));
  const set = (next: Partial<Draft>) => {
    saving.reset();
    setDraft({...draft, ...next});
  };
  const plan = draft.plans[Math.min(shown, draft.plans.length - 1)]!;
  const index = draft.plans.indexOf(plan);
  const setPlan = (next: Plan) => set({plans: draft.plans.with(index, next)});
  const nameOf = (clinicId: string) => all?.find(({id}) => id === clinicId)?.name ?? place.name;
  const several = new Set(draft.plans.map(({clinicId}) => clinicId)).size > 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size === 0) saving.mutate({therapist, rota: request});
  };
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <section className="card p-4" aria-labelledby="weekly">
        <h2 id="weekly" className="!text-lg">
          {t('weekly')}
        </h2>
        <p className="mb-3 text-muted">{t('weeklyHint')}</p>
        {draft.plans.length > 1 && (
          <div className="mb-3">
            <OneChip
              legend={t('plan')}
              legendHidden
              chosen={String(index)}
              onChange={(next) => setShown(Number(next))}
              choices={draft.plans.map((one, number) => ({value: String(number), label: [several && nameOf(one.clinicId), spanOf(one)].filter(Boolean).join(' · ')}))}
            />
          </div>
        )}
        <ul className="divide-y divide-line">
          {DAYS.map((day) => (
            <li key={day} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[6.5rem_1fr] sm:items-start">
              <h3 className="min-h-11 content-center !font-sans !text-[0.92rem]">{t(`days.${day}`)}</h3>
              <Stretches of={t(`days.${day}`)} hours={plan.days[day]} onChange={(hours) => setPlan({...plan, days: {...plan.days, [day]: hours}})} wrong={(stretch) => problemAt(placeOf('plans', index, day, stretch))} />
            </li>
          ))}
        </ul>
        <p className="tab-figures mt-2 text-muted">{t('perWeek', {hours: new Intl.NumberFormat(language).format(minutesIn(plan.days) / 60)})}</p>
        <details className="mt-2 border-t border-line pt-2" open={Boolean(plan.validFrom || plan.validUntil)}>
          <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('validity')}</summary>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('validFrom')} optional type="date" value={plan.validFrom ?? ''} onChange={(event) => setPlan(without({...plan, validFrom: event.target.value}))} />
            <Field label={t('validUntil')} optional type="date" value={plan.validUntil ?? ''} onChange={(event) => setPlan(without({...plan, validUntil: event.target.value}))} />
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button
              look="ghost"
              onClick={() => {
                set({plans: [...draft.plans, {clinicId: plan.clinicId, validFrom: plusDays(dateOf(new Date(), place.zone), 28), days: structuredClone(plan.days)}]});
                setShown(draft.plans.length);
              }}
            >
              {t('addPlan')}
            </Button>
            {draft.plans.length > 1 && (
              <Button look="plain" onClick={() => set({plans: draft.plans.toSpliced(index, 1)})}>
                {t('removePlan')}
              </Button>
            )}
          </div>
        </details>
      </section>
      <Others draft={draft} place={place} nameOf={several ? nameOf : undefined} problemAt={problemAt} onChange={(others) => set({others})} />
      <RulesForm rules={draft.rules} found={found} onChange={(rules) => set({rules})} />
      <div className="sticky bottom-0 z-5 grid gap-2 border-t border-line bg-bg py-3">
        {tried && wrong.size > 0 && (
          <p role="alert" className="font-semibold text-stop">
            {t('mendFirst', {count: wrong.size})}
          </p>
        )}
        {saving.isError && found.size > 0 && (
          <Notice tone="stop" live title={t('notKept')}>
            {[...found].filter(([at]) => !/^(plans|others)\./.test(at) && !/^rules/.test(at)).map(([at, message]) => <p key={at} lang="en">{`${at} ${message}`}</p>)}
          </Notice>
        )}
        {saving.isError && found.size === 0 && <Refused error={saving.error} zone={place.zone} onClose={saving.reset} />}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={saving.isPending} disabled={!changed}>
            {t('keep')}
          </Button>
          {changed && (
            <Button
              look="plain"
              onClick={() => {
                saving.reset();
                setDraft(stored);
              }}
            >
              {t('discard')}
            </Button>
          )}
          <Kept when={saving.isSuccess}>{t('saved')}</Kept>
        </div>
      </div>
    </form>
  );

  function spanOf({validFrom, validUntil}: Plan): string {
    if (validFrom && validUntil) return `${validFrom} – ${validUntil}`;
    if (validFrom) return t('since', {date: validFrom});
    return validUntil ? t('until', {date: validUntil}) : t('always');
  }
}

/** Without what was emptied. */
function without({validFrom, validUntil, ...plan}: Plan): Plan {
  return {...plan, ...(validFrom && {validFrom}), ...(validUntil && {validUntil})};
}

type OthersProps = {
  draft: Draft;
  place: Place;
  /** Of clinics, where there are several. */
  nameOf: ((clinicId: string) => string) | undefined;
  problemAt: (at: string) => string | undefined;
  onChange: (others: OtherDay[]) => void;
};

/** Dates on which it is otherwise than in the week. Those that are over stay as they are, unseen. */
function Others({draft, place, nameOf, problemAt, onChange}: OthersProps) {
  const {t, language} = useRotaWords();
  const today = dateOf(new Date(), place.zone);
  const [date, setDate] = useState('');
  const [clinicId, setClinic] = useState(place.clinicId);
  const {others} = draft;
  const taken = others.some((one) => one.date === date && one.clinicId === clinicId);
  const clinicIds = [...new Set(draft.plans.map((plan) => plan.clinicId))];
  return (
    <section className="card p-4" aria-labelledby="others">
      <h2 id="others" className="!text-lg">
        {t('others')}
      </h2>
      <p className="mb-3 text-muted">{t('othersHint')}</p>
      <ul className="divide-y divide-line">
        {others.map((one, index) => {
          const name = dayOf(`${one.date}T12:00:00Z`, 'UTC', language) + (nameOf ? ` · ${nameOf(one.clinicId)}` : '');
          return (
            one.date >= today && (
              <li key={one.clinicId + one.date} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[11rem_1fr] sm:items-start">
                <h3 className="min-h-11 content-center !font-sans !text-[0.92rem]">{name}</h3>
                <div>
                  <Stretches of={name} hours={one.hours} onChange={(hours) => onChange(others.with(index, {...one, hours}))} wrong={(stretch) => problemAt(placeOf('others', index, '', stretch))} />
                  <Button look="plain" className="min-h-11 !px-1 py-1 text-sm" onClick={() => onChange(others.toSpliced(index, 1))}>
                    {t('asInTheWeek')}
                    {' '}<span className="sr-only">{name}</span>
                  </Button>
                </div>
              </li>
            )
          );
        })}
      </ul>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <Field label={t('date')} type="date" min={today} value={date} onChange={(event) => setDate(event.target.value)} error={taken ? t('dateTaken') : undefined} />
        {nameOf && <Select label={t('clinic')} value={clinicId} onChange={setClinic} choices={clinicIds.map((id) => ({value: id, label: nameOf(id)}))} />}
        <Button
          look="ghost"
          disabled={!date || taken}
          onClick={() => {
            onChange([...others, {clinicId, date, hours: []}].sort((one, other) => one.date.localeCompare(other.date)));
            setDate('');
          }}
        >
          {t('addDate')}
        </Button>
      </div>
    </section>
  );
}

function RulesForm({rules, found, onChange}: {rules: Rules; found: Map<string, string>; onChange: (rules: Rules) => void}) {
  const {t} = useRotaWords();
  const number = (name: 'dailyCap' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'lookBusyPercent', most: number, step: number) => (
    <Field
      label={t(`rules.${name}`)}
      hint={t(`rules.${name}Hint`)}
      optional={name !== 'lookBusyPercent'}
      type="number"
      inputMode="numeric"
      min={name === 'dailyCap' ? 1 : 0}
      max={most}
      step={step}
      value={rules[name] ?? ''}
      error={found.get(`rules.${name}`)}
      onChange={(event) => {
        const {[name]: _, ...rest} = rules;
        const next = event.target.value === '' && name !== 'lookBusyPercent' ? rest : {...rest, [name]: Number(event.target.value)};
        onChange(next as Rules);
      }}
    />
  );
  const tick = (name: 'minimiseGaps' | 'cluster') => (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" className="size-5" checked={rules[name]} onChange={(event) => onChange({...rules, [name]: event.target.checked})} />
      {t(`rules.${name}`)}
    </label>
  );
  return (
    <details className="card p-4">
      <summary className="min-h-11 cursor-pointer content-center font-serif text-lg font-semibold">{t('rules.title')}</summary>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        {number('dailyCap', 50, 1)}
        {number('lookBusyPercent', 90, 1)}
        {number('bufferBeforeMinutes', 120, 5)}
        {number('bufferAfterMinutes', 120, 5)}
        {tick('minimiseGaps')}
        {tick('cluster')}
      </div>
    </details>
  );
}
