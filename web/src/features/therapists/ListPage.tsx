import {memo, useDeferredValue, useMemo, useState} from 'react';
import {useQuery} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {therapists, treatments, type TherapistSummary} from '../../api/catalogue';
import type {OfTherapist} from '../../api/client';
import {goodTimes, type Slot} from '../../api/free';
import {useCodes} from '../../lib/codes';
import {money} from '../../lib/money';
import {differ, hour, monthOf, partOfDay, shortDay, visitorsZone, weekday} from '../../lib/time';
import {Avatar, Badge, Stars} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {OneChip} from '../../ui/Chips';
import {Field, Select} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {useTherapistWords} from './words';

export default function ListPage() {
  const {t} = useTherapistWords();
  const {named} = useCodes();
  const search = useSearch({from: '/therapists'});
  const {minutes = 60, part, treatment, clinic, ...sought} = search;
  const found = useQuery(therapists({...sought, treatment, ...(clinic && {clinicId: clinic})}));
  const times = useQuery({
    ...goodTimes({treatment: treatment ?? '', minutes, partOfDay: part}),
    enabled: treatment !== undefined,
  });
  // What an answer changes is drawn in small steps, between which the page answers to taps.
  const {list, free} = useDeferredValue(useMemo(() => ({list: found.data, free: times.data}), [found.data, times.data]));
  const shown = useMemo(() => inOrder(list?.therapists ?? [], free, clinic), [list, free, clinic]);

  return (
    <div className="pb-11 pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <PageTitle title={treatment ? t('freeFor', {treatment: named('treatment', treatment)}) : t('title')} />
        <p className="text-sm text-muted" role="status">
          {list && t('found', {count: list.total})}
        </p>
      </div>
      <p className="mt-2 max-w-[60ch] text-muted">{t('lead')}</p>
      <Filters facets={list?.facets} />
      {!list && !found.isError && (
        <Loading>
          <div className="grid gap-4 lg:grid-cols-2">
            {[0, 1, 2, 3].map((one) => (
              <Skeleton key={one} className="h-56" />
            ))}
          </div>
        </Loading>
      )}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {list && shown.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneHint')}</p>
          <Link to="/therapists" className={buttonLook('ghost')}>
            {t('clear')}
          </Link>
        </Empty>
      )}
      <ul className="grid gap-4 lg:grid-cols-2">
        {shown.map(({therapist, slots}) => (
          <li key={therapist.id}>
            <Card therapist={therapist} slots={slots} times={treatment === undefined || times.isError ? 'none' : free ? 'there' : 'coming'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * With their free times. Who is free comes first, if free hours are shown at all; of these, whose clinic's clock shows the
 * visitor's time.
 */
function inOrder(all: TherapistSummary[], free: Map<string, Slot[]> | undefined, clinic: string | undefined) {
  const mine = visitorsZone();
  return all
    .map((therapist) => {
      const slots = free?.get(therapist.id)?.filter((slot) => !clinic || slot.clinicId === clinic);
      const first = slots?.[0];
      return {therapist, slots, rank: first ? (differ(first.zone, mine, first.start) ? 1 : 0) : 2};
    })
    .sort((a, b) => a.rank - b.rank);
}

const Filters = memo(function Filters({facets}: {facets: Facets | undefined}) {
  const {t, language} = useTherapistWords();
  const {named, languageName} = useCodes();
  const search = useSearch({from: '/therapists'});
  const navigate = useNavigate({from: '/therapists'});
  const known = useQuery(treatments);
  const [words, setWords] = useState(search.q ?? '');
  const [nowhere, setNowhere] = useState(false);
  const change = (part: Partial<typeof search>) =>
    void navigate({search: (before) => ({...before, ...part}), replace: true, resetScroll: false});

  const nearMe = () =>
    navigator.geolocation.getCurrentPosition(
      // As exact as "near" needs it, not as exact as the device knows it.
      ({coords}) => {
        setNowhere(false);
        change({near: `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`, city: undefined, sort: 'distance'});
      },
      () => setNowhere(true),
    );

  const lengths = known.data?.find(({code}) => code === search.treatment)?.lengthsMinutes ?? [30, 45, 60, 90];
  const any = (label: string) => ({value: '', label});
  const counted = (value: string, label: string, count: number) => ({value, label: `${label} (${count})`});
  const currency = search.currency ?? facets?.price?.[0]?.currency;
  return (
    <div className="my-5 flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:gap-4 lg:grid-cols-4">
        <Select
          label={t('treatment')}
          value={search.treatment ?? ''}
          onChange={(treatment) => change({treatment: treatment || undefined})}
          choices={[any(t('anyTreatment')), ...(known.data ?? []).map(({code, name}) => ({value: code, label: named('treatment', code, name)}))]}
        />
        <Select
          label={t('length')}
          value={String(search.minutes ?? 60)}
          onChange={(minutes) => change({minutes: Number(minutes)})}
          choices={lengths.map((minutes) => ({value: String(minutes), label: t('minutes', {minutes})}))}
        />
        <Select
          label={t('where')}
          value={search.near ? 'near' : (search.city ?? '')}
          onChange={(city) => (city === 'near' ? nearMe() : change({city: city || undefined, near: undefined, sort: undefined}))}
          choices={[
            any(t('everywhere')),
            {value: 'near', label: t('nearMe')},
            ...(facets?.city ?? []).map(({value, count}) => counted(value, value, count)),
          ]}
        />
        <Select
          label={t('sort')}
          value={search.sort ?? (search.near ? 'distance' : 'name')}
          onChange={(sort) => change({sort: sort as typeof search.sort, ...(sort === 'price' && {currency})})}
          choices={(['name', 'rating', 'experience', 'price', ...(search.near ? (['distance'] as const) : [])] as const).map((value) => ({
            value,
            label: t(`sorts.${value}`),
          }))}
        />
      </div>
      {nowhere && (
        <p role="alert" className="text-sm font-semibold text-stop">
          {t('nearRefused')}
        </p>
      )}
      <OneChip
        legend={t('when')}
        legendHidden
        choices={[
          {value: '', label: t('whenever')},
          ...(['MORNING', 'AFTERNOON', 'EVENING'] as const).map((value) => ({value, label: named('part', value)})),
        ]}
        chosen={search.part ?? ''}
        onChange={(part) => change({part: part === '' ? undefined : (part as typeof search.part)})}
      />
      <details open={Boolean(search.q || search.language || search.gender || search.maxPrice)}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-primary">{t('more')}</summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              change({q: words.trim() || undefined});
            }}
          >
            <Field label={t('search')} type="search" value={words} onChange={(event) => setWords(event.target.value)} onBlur={() => change({q: words.trim() || undefined})} />
          </form>
          <Select
            label={t('language')}
            value={search.language ?? ''}
            onChange={(language) => change({language: language || undefined})}
            choices={[any(t('anyLanguage')), ...(facets?.language ?? []).map(({value, count}) => counted(value, languageName(value), count))]}
          />
          <Select
            label={t('gender')}
            value={search.gender ?? ''}
            onChange={(gender) => change({gender: (gender || undefined) as typeof search.gender})}
            choices={[any(t('anybody')), ...(facets?.gender ?? []).map(({value, count}) => counted(value, named('gender', value), count))]}
          />
          <Select
            label={t('price')}
            value={search.maxPrice && search.currency ? `${search.maxPrice} ${search.currency}` : ''}
            onChange={(price) => {
              const [cents, currency] = price.split(' ');
              change({maxPrice: cents ? Number(cents) : undefined, currency});
            }}
            choices={[
              any(t('anyPrice')),
              ...(facets?.price ?? []).map(({maxPrice, currency, count}) =>
                counted(`${maxPrice} ${currency}`, money({cents: maxPrice, currency}, language), count),
              ),
            ]}
          />
        </div>
        <Button look="plain" className="mt-2" onClick={() => void navigate({search: {treatment: search.treatment, minutes: search.minutes}})}>
          {t('clear')}
        </Button>
      </details>
    </div>
  );
});

type Facets = OfTherapist<'Facets'>;

/** @param times whether free times are shown at all, and whether they are there yet */
const Card = memo(function Card({therapist, slots, times}: {therapist: TherapistSummary; slots: Slot[] | undefined; times: 'none' | 'coming' | 'there'}) {
  const {t, language} = useTherapistWords();
  const {named, zoneOf} = useCodes();
  const {treatment, minutes = 60} = useSearch({from: '/therapists'});
  const licence = therapist.licences.find(({status}) => status === 'VERIFIED');
  const offer = therapist.offers.find((one) => one.treatment === treatment && one.lengthMinutes === minutes);
  const cheapest = therapist.cheapestOffer;
  const to = {to: '/therapists/$therapistId', params: {therapistId: therapist.id}, search: {treatment, minutes}} as const;
  return (
    <article className="card grid h-full grid-cols-[64px_1fr] content-start gap-x-4 gap-y-1 p-4.5">
      <Avatar name={therapist.name} photo={therapist.photo} />
      <div>
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="text-[1.15rem]">
            <Link {...to} className="hover:text-primary hover:underline">
              {therapist.name}
            </Link>
          </h2>
          <b className="tab-figures whitespace-nowrap">
            {offer?.price
              ? money(offer.price, language)
              : cheapest?.price && t('from', {price: money(cheapest.price, language)})}
          </b>
        </div>
        <p className="text-sm text-muted">
          {therapist.specializations.map((one) => named('treatment', one.treatment)).join(' · ')}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm">
          {therapist.rating && therapist.rating.count > 0 && (
            <Stars mean={therapist.rating.mean} count={therapist.rating.count} language={language} />
          )}
          {therapist.distanceKm !== undefined && (
            <span>{t('km', {km: new Intl.NumberFormat(language, {maximumFractionDigits: 1}).format(therapist.distanceKm)})}</span>
          )}
          {slots?.[0] && (
            <span>
              {slots[0].clinicName}
              {zoneOf(slots[0].zone, slots[0].start)}
            </span>
          )}
        </p>
        {licence?.validUntil && (
          <p className="mt-2">
            <Badge>{t('licensed', {until: monthOf(licence.validUntil, language)})}</Badge>
          </p>
        )}
      </div>
      <div className="col-span-2 mt-3.5">
        {slots && slots.length > 0 ? (
          <ul className="grid grid-cols-3 gap-2">
            {slots.slice(0, 3).map((slot) => (
              <li key={slot.start}>
                <Link
                  to="/book"
                  search={{therapist: slot.therapistId, clinic: slot.clinicId, treatment: treatment!, minutes, start: slot.start}}
                  className="tab-figures block h-full rounded-xl border-[1.5px] border-edge px-1.5 py-2 text-center hover:border-primary hover:bg-tint"
                >
                  <span className="block text-xs text-muted">
                    {named('part', partOfDay(slot.start, slot.zone))} · {shortDay(slot.start, slot.zone, language)}
                  </span>
                  <b className="text-primary">
                    {weekday(slot.start, slot.zone, language)} {hour(slot.start, slot.zone, language)}
                  </b>
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <>
            {times === 'coming' && <Skeleton className="h-15.5" />}
            {times === 'there' && <p className="text-sm text-muted">{t('noTimes')}</p>}
          </>
        )}
        <p className="mt-2">
          {treatment ? (
            <Link
              to="/therapists/$therapistId/times"
              params={{therapistId: therapist.id}}
              search={{treatment, minutes}}
              className="link inline-flex min-h-11 items-center text-sm"
            >
              {t('allTimes')}
              <span className="sr-only"> – {therapist.name}</span>
            </Link>
          ) : (
            <Link {...to} className="link inline-flex min-h-11 items-center text-sm">
              {t('profile')}
              <span className="sr-only"> – {therapist.name}</span>
            </Link>
          )}
        </p>
      </div>
    </article>
  );
});
