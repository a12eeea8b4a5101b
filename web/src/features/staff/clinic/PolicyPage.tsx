import {useState, type FormEvent} from 'react';
import {useQuery} from '@tanstack/react-query';
import type {Clinic} from '../../../api/catalogue';
import {presets, requestOf, type ClinicRequest, type Preset} from '../../../api/clinicAdmin';
import {money} from '../../../lib/money';
import {Field, Select} from '../../../ui/Field';
import {Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {findings} from '../saving';
import {ClinicPart, KeepClinic, type SavingClinic} from './useClinic';
import {feesAt, type Terms} from './terms';
import {useClinicWords} from './words';

/** What cancelling costs, how early and how late can be booked, and who is next on the waitlist. */
export default function PolicyPage() {
  const {t} = useClinicWords();
  const all = useQuery(presets);
  return (
    <ClinicPart title={t('policy')}>
      {(known, saving) => <Answered to={all}>{(offered) => <PolicyForm known={known} presets={offered} saving={saving} />}</Answered>}
    </ClinicPart>
  );
}

type Policy = ClinicRequest['policy'];
const NUMBERS = ['startGridMinutes', 'minimumNoticeMinutes', 'horizonDays', 'bufferBeforeMinutes', 'bufferAfterMinutes', 'offerMinutes'] as const;
const OWN = ['freeCancellationMinutes', 'lateCancellationPercent', 'noShowPercent'] as const;
const bounds: Record<(typeof NUMBERS)[number] | (typeof OWN)[number], {min: number; max: number; step: number}> = {
  startGridMinutes: {min: 5, max: 60, step: 5},
  minimumNoticeMinutes: {min: 0, max: 43_200, step: 1},
  horizonDays: {min: 1, max: 366, step: 1},
  bufferBeforeMinutes: {min: 0, max: 120, step: 5},
  bufferAfterMinutes: {min: 0, max: 120, step: 5},
  offerMinutes: {min: 5, max: 1440, step: 1},
  freeCancellationMinutes: {min: 0, max: 43_200, step: 1},
  lateCancellationPercent: {min: 0, max: 100, step: 1},
  noShowPercent: {min: 0, max: 100, step: 1},
};

function PolicyForm({known, presets: offered, saving}: {known: Clinic; presets: Preset[]; saving: SavingClinic}) {
  const {t} = useClinicWords();
  const stored = requestOf(known).policy;
  const [policy, setPolicy] = useState<Policy>(stored);
  const found = findings(saving.error);
  const preset = offered.find(({code}) => code === policy.cancellation);
  const terms: Terms = preset
    ? {freeMinutes: preset.freeMinutes, latePercent: preset.latePercent, noShowPercent: preset.noShowPercent}
    : {freeMinutes: policy.freeCancellationMinutes ?? 0, latePercent: policy.lateCancellationPercent ?? 0, noShowPercent: policy.noShowPercent ?? 0};
  const set = (change: Partial<Policy>) => {
    saving.reset();
    setPolicy({...policy, ...change});
  };
  const choose = (code: string) => {
    const {cancellation: _, freeCancellationMinutes: __, lateCancellationPercent: ___, noShowPercent: ____, ...rest} = policy;
    saving.reset();
    setPolicy(
      code === 'CUSTOM'
        ? {...rest, freeCancellationMinutes: terms.freeMinutes, lateCancellationPercent: terms.latePercent, noShowPercent: terms.noShowPercent}
        : {...rest, cancellation: code},
    );
  };
  const number = (name: keyof typeof bounds) => (
    <Field
      key={name}
      label={t(`policies.${name}`)}
      type="number"
      inputMode="numeric"
      required
      {...bounds[name]}
      value={policy[name] ?? ''}
      error={found.get(`policy.${name}`)}
      onChange={(event) => set({[name]: event.target.value === '' ? undefined : Number(event.target.value)})}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({known, change: {policy}});
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <section className="card grid gap-4 p-4" aria-labelledby="cancelling">
        <h2 id="cancelling" className="!text-lg">
          {t('cancelling')}
        </h2>
        <Select
          label={t('terms')}
          value={preset?.code ?? 'CUSTOM'}
          onChange={choose}
          error={found.get('policy.cancellation')}
          hint={preset && t(`presets.${preset.code}`, {defaultValue: preset.advice})}
          choices={[...offered.map(({code, name}) => ({value: code, label: t(`presetNames.${code}`, {defaultValue: name})})), {value: 'CUSTOM', label: t('ownTerms')}]}
        />
        {!preset && <div className="grid gap-3 sm:grid-cols-3">{OWN.map(number)}</div>}
        <Plainly terms={terms} currency={known.currency} />
      </section>
      <section className="card grid gap-4 p-4" aria-labelledby="booking">
        <h2 id="booking" className="!text-lg">
          {t('bookingRules')}
        </h2>
        <div className="grid items-start gap-3 sm:grid-cols-2">{NUMBERS.map(number)}</div>
        <Select
          label={t('waitlistOrder')}
          value={policy.waitlistOrder ?? 'FIRST_COME'}
          onChange={(order) => set({waitlistOrder: order as Policy['waitlistOrder']})}
          choices={(['FIRST_COME', 'BEST_FIT', 'LONGEST_SESSION'] as const).map((value) => ({value, label: t(`orders.${value}`)}))}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" className="size-5" checked={policy.contactInsideNotice ?? false} onChange={(event) => set({contactInsideNotice: event.target.checked})} />
          {t('contactInsideNotice')}
        </label>
        {found.get('policy.contactInsideNotice') && <p className="font-semibold text-stop">{found.get('policy.contactInsideNotice')}</p>}
      </section>
      <KeepClinic saving={saving} zone={known.zone} changed={JSON.stringify(policy) !== JSON.stringify(stored)} fields={/^policy\./} />
    </form>
  );
}

/** What a client would read, with an example. */
function Plainly({terms, currency}: {terms: Terms; currency: string}) {
  const {t, language} = useClinicWords();
  const fees = feesAt(terms, 8000);
  const amount = (cents: number) => (cents === 0 ? t('nothing') : money({cents, currency}, language));
  return (
    <Notice title={t('plainly')}>
      <div aria-live="polite">
        <p className="mt-1">{terms.freeMinutes === 0 || terms.latePercent === 0 ? t('freeAlways') : t('freeUntil', {span: span(terms.freeMinutes)})}</p>
        <p className="mt-2 text-muted">{t('example', {price: money({cents: 8000, currency}, language)})}</p>
        <ul className="tab-figures ms-4 list-disc">
          {fees.late !== undefined && <li>{t('lateCosts', {span: span(terms.freeMinutes), fee: amount(fees.late)})}</li>}
          <li>{t('missingCosts', {fee: amount(fees.missed)})}</li>
        </ul>
      </div>
    </Notice>
  );

  function span(minutes: number) {
    if (minutes % 1440 === 0 && minutes > 2880) return t('inDays', {count: minutes / 1440});
    return minutes % 60 === 0 ? t('inHours', {count: minutes / 60}) : t('inMinutes', {count: minutes});
  }
}
