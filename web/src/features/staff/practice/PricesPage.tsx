import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient, type UseMutationResult} from '@tanstack/react-query';
import {clinic, treatments, type Therapist, type Treatment} from '../../../api/catalogue';
import {edited, keepPrices, type PriceList} from '../../../api/practice';
import {useCodes} from '../../../lib/codes';
import {useKept} from '../../../lib/kept';
import {money} from '../../../lib/money';
import {Button} from '../../../ui/Button';
import {Field, Select} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept} from '../saving';
import {usePlace, type Place} from '../StaffPage';
import {centsOf, priceListOf, written} from './prices';
import {usePracticeWords} from './words';

/** What a therapist asks for single sessions and packages at this clinic. */
export default function PricesPage() {
  const {t} = usePracticeWords();
  const place = usePlace();
  const client = useQueryClient();
  const id = place?.therapistId;
  const known = useQuery({...edited(id ?? ''), enabled: id !== undefined});
  const offered = useQuery(treatments);
  const here = useQuery({...clinic(place?.clinicId ?? ''), enabled: place !== undefined});
  const saving = useMutation({mutationFn: ({therapist, prices}: {therapist: Therapist; prices: PriceList}) => keepPrices(client, therapist, prices)});
  if (!place || !id) return null;
  return (
    <>
      <PageTitle title={t('prices')} hidden />
      <Answered to={known} shape="h-96">
        {(therapist) => (
          <Answered to={offered}>
            {(all) => (
              <Answered to={here}>
                {({currency}) => <PriceForm key={`${place.clinicId}:${therapist.version}`} place={place} currency={currency} therapist={therapist} all={all} saving={saving} />}
              </Answered>
            )}
          </Answered>
        )}
      </Answered>
    </>
  );
}

type Saving = UseMutationResult<Therapist, Error, {therapist: Therapist; prices: PriceList}>;

function PriceForm({place, currency, therapist, all, saving}: {place: Place; currency: string; therapist: Therapist; all: Treatment[]; saving: Saving}) {
  const {t, language} = usePracticeWords();
  const {named} = useCodes();
  const stored = priceListOf(therapist);
  const [list, setList] = useKept<PriceList>(`prices:${therapist.id}:${therapist.version}`, stored);
  const practised = all.filter(({code, clinicId}) => (!clinicId || clinicId === place.clinicId) && therapist.specializations.some(({treatment}) => treatment === code));
  const found = findings(saving.error);
  const changed = JSON.stringify(list) !== JSON.stringify(stored);
  const packages = list.packages ?? [];
  const set = (next: Partial<PriceList>) => {
    saving.reset();
    setList({...list, ...next});
  };
  const isOf = (treatment: string, minutes: number) => (one: {clinicId: string; treatment: string; lengthMinutes: number}) =>
    one.clinicId === place.clinicId && one.treatment === treatment && one.lengthMinutes === minutes;
  const price = (treatment: string, minutes: number, cents: number | undefined) => {
    const at = list.offers.findIndex(isOf(treatment, minutes));
    const before = list.offers[at];
    if (cents === undefined) set({offers: list.offers.filter((_, index) => index !== at)});
    else if (before) set({offers: list.offers.with(at, {...before, price: {cents, currency}})});
    else set({offers: [...list.offers, {clinicId: place.clinicId, treatment, lengthMinutes: minutes, price: {cents, currency}}]});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({therapist, prices: list});
  };
  const products = list.offers.filter(({clinicId}) => clinicId === place.clinicId);
  return (
    <form className="grid max-w-3xl gap-4" onSubmit={submit}>
      <section className="card p-4" aria-labelledby="singles">
        <h2 id="singles" className="!text-lg">
          {t('singles')}
        </h2>
        <p className="mb-3 text-muted">{t('singlesHint', {currency})}</p>
        <ul className="divide-y divide-line">
          {practised.map(({code, name, lengthsMinutes}) => (
            <li key={code} className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[12rem_1fr]">
              <h3 className="content-center !font-sans !text-[0.92rem]">{named('treatment', code, name)}</h3>
              <div className="flex flex-wrap gap-3">
                {lengthsMinutes.map((minutes) => {
                  const index = list.offers.findIndex(isOf(code, minutes));
                  return (
                    <div key={minutes} className="w-28">
                      <Amount
                        label={t('minutes', {minutes})}
                        name={`${named('treatment', code, name)}, ${t('minutes', {minutes})}`}
                        currency={currency}
                        cents={list.offers[index]?.price.cents}
                        error={[...found].find(([field]) => field.startsWith(`offers[${index}]`))?.[1]}
                        onChange={(cents) => price(code, minutes, cents)}
                      />
                    </div>
                  );
                })}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="card p-4" aria-labelledby="packages">
        <h2 id="packages" className="!text-lg">
          {t('packages')}
        </h2>
        <p className="mb-3 text-muted">{t('packagesHint')}</p>
        <ul className="divide-y divide-line">
          {packages.map((bundle, index) => {
            if (bundle.clinicId !== place.clinicId) return null;
            const problem = (name: string) => found.get(`packages[${index}].${name}`);
            const change = (next: Partial<typeof bundle>) => set({packages: packages.with(index, {...bundle, ...next})});
            const single = products.find(isOf(bundle.treatment, bundle.lengthMinutes));
            return (
              <li key={index} className="grid grid-cols-2 gap-3 py-3 sm:grid-cols-4">
                <div className="col-span-2">
                  <Field label={t('packageName')} required maxLength={80} value={bundle.name} error={problem('name')} onChange={(event) => change({name: event.target.value})} />
                </div>
                <div className="col-span-2">
                  <Select
                    label={t('ofWhat')}
                    error={problem('treatment') ?? problem('lengthMinutes') ?? found.get(`packages[${index}]`)}
                    value={`${bundle.treatment}/${bundle.lengthMinutes}`}
                    onChange={(value) => {
                      const [treatment = '', minutes] = value.split('/');
                      change({treatment, lengthMinutes: Number(minutes)});
                    }}
                    choices={products.map((one) => ({
                      value: `${one.treatment}/${one.lengthMinutes}`,
                      label: `${named('treatment', one.treatment)}, ${t('minutes', {minutes: one.lengthMinutes})}`,
                    }))}
                  />
                </div>
                <Field label={t('sessions')} type="number" required min={2} max={50} value={bundle.sessions} error={problem('sessions')} onChange={(event) => change({sessions: Number(event.target.value)})} />
                <Amount label={t('together')} name={`${bundle.name}, ${t('together')}`} currency={currency} cents={bundle.price?.cents} error={problem('price') ?? problem('price.cents')} onChange={(cents) => change({price: {cents: cents ?? 0, currency}})} />
                <Field label={t('validDays')} type="number" required min={1} max={1096} value={bundle.validDays} error={problem('validDays')} onChange={(event) => change({validDays: Number(event.target.value)})} />
                <div className="self-end">
                  <Button look="plain" onClick={() => set({packages: packages.toSpliced(index, 1)})}>
                    {t('remove')}
                    {' '}<span className="sr-only">{bundle.name}</span>
                  </Button>
                </div>
                {single && bundle.price && bundle.price.cents < single.price.cents * bundle.sessions && (
                  <p className="col-span-2 text-muted sm:col-span-4">
                    {t('saves', {amount: money({cents: single.price.cents * bundle.sessions - bundle.price.cents, currency}, language)})}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
        <Button
          look="ghost"
          disabled={products.length === 0}
          onClick={() => {
            const {treatment, lengthMinutes, price: single} = products[0]!;
            set({packages: [...packages, {name: '', clinicId: place.clinicId, treatment, lengthMinutes, sessions: 5, price: {cents: single.cents * 5, currency}, validDays: 365}]});
          }}
        >
          {t('addPackage')}
        </Button>
      </section>
      <div className="sticky bottom-0 z-5 grid gap-2 border-t border-line bg-bg py-3">
        {saving.isError &&
          (found.size > 0 ? (
            <Notice tone="stop" live title={t('notKept')}>
              {[...found].map(([field, message]) => (
                <p key={field} lang="en">
                  {message}
                </p>
              ))}
            </Notice>
          ) : (
            <Refused error={saving.error} zone={place.zone} onClose={saving.reset} />
          ))}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={saving.isPending} disabled={!changed}>
            {t('keepPrices')}
          </Button>
          {changed && (
            <Button look="plain" onClick={() => set(stored)}>
              {t('discard')}
            </Button>
          )}
          <Kept when={saving.isSuccess}>{t('pricesKept')}</Kept>
        </div>
      </div>
    </form>
  );
}

/** An amount of money, written as one writes it; empty where there is none. */
function Amount(props: {label: string; name: string; currency: string; cents: number | undefined; error: string | undefined; onChange: (cents: number | undefined) => void}) {
  const {t} = usePracticeWords();
  const [text, setText] = useState(() => written(props.cents));
  const bad = text.trim() !== '' && centsOf(text) === undefined;
  return (
    <Field
      label={props.label}
      aria-label={`${props.name}, ${props.currency}`}
      inputMode="decimal"
      value={text}
      error={bad ? t('noAmount') : props.error}
      onChange={(event) => {
        setText(event.target.value);
        const cents = centsOf(event.target.value);
        if (cents !== undefined || event.target.value.trim() === '') props.onChange(cents);
      }}
    />
  );
}
