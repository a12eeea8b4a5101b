import {useState, type FormEvent} from 'react';
import type {Clinic} from '../../../api/catalogue';
import {requestOf, type ClinicRequest} from '../../../api/clinicAdmin';
import {dateOf, shortDay} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {Field} from '../../../ui/Field';
import {DAYS, noHours, wrongWith, type Day, type Stretch} from '../rota/plans';
import {Stretches} from '../rota/Stretches';
import {useRotaWords} from '../rota/words';
import {findings} from '../saving';
import {ClinicPart, KeepClinic, type SavingClinic} from './useClinic';
import {useClinicWords} from './words';

/** When the door is open, and the days on which it is not. */
export default function OpeningPage() {
  const {t} = useClinicWords();
  return <ClinicPart title={t('opening')}>{(known, saving) => <OpeningForm known={known} saving={saving} />}</ClinicPart>;
}

type Closure = NonNullable<ClinicRequest['closures']>[number];

function daysOf(known: Clinic): Record<Day, Stretch[]> {
  const days = noHours();
  for (const {day, hours} of known.openingHours) days[day].push({from: hours.from.slice(0, 5), to: hours.to.slice(0, 5)});
  return days;
}

function OpeningForm({known, saving}: {known: Clinic; saving: SavingClinic}) {
  const {t, language} = useClinicWords();
  const rota = useRotaWords();
  const storedDays = daysOf(known);
  const stored = requestOf(known).closures ?? [];
  const [days, setDays] = useState(storedDays);
  const [closures, setClosures] = useState<Closure[]>(stored);
  const [wish, setWish] = useState<Closure>({from: '', until: ''});
  const today = dateOf(new Date(), known.zone);
  const found = findings(saving.error);
  const changed = JSON.stringify([days, closures]) !== JSON.stringify([storedDays, stored]);
  const openingHours = DAYS.flatMap((day) => days[day].map((hours) => ({day, hours})));
  const wrong = DAYS.some((day) => days[day].some((stretch) => wrongWith(stretch, days[day])));
  const problemAt = (day: Day, index: number) => {
    const stretch = days[day][index]!;
    const seen = wrongWith(stretch, days[day]);
    if (seen) return rota.t(`wrong.${seen}`);
    const at = openingHours.findIndex(({hours}) => hours === stretch);
    return found.get(`openingHours[${at}].hours`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) saving.mutate({known, change: {openingHours, closures}});
  };
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <section className="card p-4" aria-labelledby="open">
        <h2 id="open" className="!text-lg">
          {t('openingHours')}
        </h2>
        <p className="mb-3 text-muted">{openingHours.length === 0 ? t('alwaysOpen') : t('openingHint')}</p>
        <ul className="divide-y divide-line">
          {DAYS.map((day) => (
            <li key={day} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[6.5rem_1fr] sm:items-start">
              <h3 className="min-h-11 content-center !font-sans !text-[0.92rem]">{rota.t(`days.${day}`)}</h3>
              <Stretches
                of={rota.t(`days.${day}`)}
                closed={t('closed')}
                open={t('openThen')}
                hours={days[day]}
                onChange={(hours) => {
                  saving.reset();
                  setDays({...days, [day]: hours});
                }}
                wrong={(index) => problemAt(day, index)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="card p-4" aria-labelledby="closures">
        <h2 id="closures" className="!text-lg">
          {t('closures')}
        </h2>
        <p className="mb-3 text-muted">{t('closuresHint')}</p>
        <ul className="divide-y divide-line">
          {closures.map(
            (one, index) =>
              one.until >= today && (
                <li key={index} className="flex flex-wrap items-center justify-between gap-2 py-2">
                  <span>
                    {[...new Set([one.from, one.until])].map((date) => shortDay(`${date}T12:00:00Z`, 'UTC', language)).join(' – ')}
                    {one.reason && <span className="block text-muted">{one.reason}</span>}
                    {[...found].filter(([field]) => field.startsWith(`closures[${index}]`)).map(([field, message]) => <span key={field} lang="en" className="block font-semibold text-stop">{message}</span>)}
                  </span>
                  <Button look="plain" onClick={() => setClosures(closures.toSpliced(index, 1))}>
                    {t('openAfterAll')}
                    {' '}<span className="sr-only">{one.from}</span>
                  </Button>
                </li>
              ),
          )}
        </ul>
        <div className="mt-2 grid items-end gap-3 sm:grid-cols-[1fr_1fr_2fr_auto]">
          <Field label={t('firstDay')} type="date" min={today} value={wish.from} onChange={(event) => setWish({...wish, from: event.target.value})} />
          <Field label={t('lastDay')} type="date" min={wish.from || today} value={wish.until || wish.from} onChange={(event) => setWish({...wish, until: event.target.value})} />
          <Field label={t('why')} optional maxLength={120} value={wish.reason ?? ''} onChange={(event) => setWish({...wish, reason: event.target.value})} />
          <Button
            look="ghost"
            disabled={!wish.from || (wish.until !== '' && wish.until < wish.from)}
            onClick={() => {
              const {from, until, reason} = wish;
              setClosures([...closures, {from, until: until || from, ...(reason?.trim() && {reason: reason.trim()})}].sort((one, other) => one.from.localeCompare(other.from)));
              setWish({from: '', until: ''});
            }}
          >
            {t('addClosure')}
          </Button>
        </div>
      </section>
      <KeepClinic saving={saving} zone={known.zone} changed={changed} fields={/^(openingHours|closures)\[/} />
    </form>
  );
}
