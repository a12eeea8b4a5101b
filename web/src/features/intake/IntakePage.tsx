import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useLocation} from '@tanstack/react-router';
import {own} from '../../api/bookings';
import {showCode} from '../../api/guest';
import {Problem} from '../../api/problem';
import {signInAt} from '../../api/session';
import {AREAS} from '../../lib/areas';
import {useCodes} from '../../lib/codes';
import {useKept} from '../../lib/kept';
import {day} from '../../lib/time';
import {BodyMap} from '../../ui/body/BodyMap';
import {Button, buttonLook} from '../../ui/Button';
import {ManyChips, OneChip} from '../../ui/Chips';
import {CodeForm} from '../../ui/code/CodeForm';
import {Field, TextArea} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {form, intake, put, type Form, type Intake, type Whose, type Wish} from './api';
import {useIntakeWords} from './words';

type Spot = {area: string; side?: 'LEFT' | 'RIGHT' | 'BOTH'; qualities?: string[]; pain: number};

/** @param pass of who has shown a code */
type Admitted = {clientId: string; pass: string};

/** One's own intake; or, with the code from a mail, that of who it was sent to. */
export default function IntakePage() {
  const {t} = useIntakeWords();
  const {hash} = useLocation();
  const [admitted, setAdmitted] = useKept<Admitted | null>(`intake:${hash}`, null);
  const byCode = hash !== '';
  const mine = useQuery({...own, enabled: !byCode});
  const clientId = byCode ? admitted?.clientId : mine.data?.clientId;
  const whose = {clientId: clientId ?? '', ...(admitted && byCode && {pass: admitted.pass})};
  const asked = useQuery(form);
  const said = useQuery({...intake(whose), enabled: Boolean(clientId)});
  const error = (byCode ? null : mine.error) ?? asked.error ?? said.error;
  // A pass is good for half an hour; after that another code is needed.
  const over = byCode && said.error instanceof Problem && (said.error.status === 401 || said.error.status === 404);
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/records" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <PageTitle title={t('title')} />
      <p className="mt-2 text-muted">{t('lead')}</p>
      <div className="mt-7">
        {byCode && (!admitted || over) && <ShowCode id={hash} over={over} onAdmitted={setAdmitted} />}
        {error && !over && <Failed error={error} retry={() => void Promise.all([mine.refetch(), asked.refetch()])} signIn={signInAt('/intake')} />}
        {mine.data && !clientId && (
          <Empty title={t('never')}>
            <Link to="/" className={buttonLook()}>
              {t('find')}
            </Link>
          </Empty>
        )}
        {!error && ((!byCode && mine.isPending) || (clientId && (asked.isPending || said.isPending))) && (
          <Loading>
            <Skeleton className="h-96" />
          </Loading>
        )}
        {clientId && asked.data && said.data && (
          <Sheet key={said.data.version} whose={whose} asked={asked.data} known={said.data} />
        )}
      </div>
    </div>
  );
}

/** The digits from the mail, once; then the intake is open for half an hour. */
function ShowCode({id, over, onAdmitted}: {id: string; over: boolean; onAdmitted: (admitted: Admitted) => void}) {
  const {t} = useIntakeWords();
  const showing = useMutation({mutationFn: (code: string) => showCode(id, code), onSuccess: ({clientId, pass}) => onAdmitted({clientId, pass})});
  const unknown = showing.error instanceof Problem && (showing.error.status === 404 || showing.error.status === 400);
  return (
    <div className="flex flex-col gap-4">
      {over && <Notice tone="hold">{t('codeOver')}</Notice>}
      <CodeForm
        hint={t('codeHint')}
        send={t('codeGo')}
        busy={showing.isPending}
        unknown={unknown && t('codeUnknown')}
        onChange={showing.reset}
        onCode={showing.mutate}
      >
        {showing.isError && !unknown && <Failed error={showing.error} />}
      </CodeForm>
    </div>
  );
}

function Sheet({whose, asked, known}: {whose: Whose; asked: Form; known: Intake}) {
  const {t, language} = useIntakeWords();
  const {named} = useCodes();
  const client = useQueryClient();
  const [said, setSaid] = useState<Wish>(known.draft ?? known.said ?? {});
  const [agreed, setAgreed] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const change = (part: Wish) => setSaid({...said, ...part});
  const spots = (said.spots ?? []) as Spot[];
  const sending = useMutation({
    mutationFn: (handIn: boolean) =>
      put(whose, known.version, {
        ...said,
        handIn,
        history: said.history ?? '',
        medication: said.medication ?? '',
        allergies: said.allergies ?? '',
        ...(handIn && {consent: asked.consent.version}),
      }),
    onSuccess: (now) => client.setQueryData(intake(whose).queryKey, now),
  });
  const complete = Boolean(said.goals?.length && said.pressure && said.conversation && said.pregnancy);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setIncomplete(!complete || !agreed);
    if (complete && agreed) sending.mutate(true);
  };
  const choose = (areas: string[]) =>
    change({
      spots: areas.map((area) => spots.find((spot) => spot.area === area) ?? {area, pain: 5, side: 'BOTH' as const, qualities: []}),
    });
  const changeSpot = (area: string, part: Partial<Spot>) =>
    change({spots: spots.map((spot) => (spot.area === area ? {...spot, ...part} : spot))});

  return (
    <form onSubmit={send} className="flex flex-col gap-8">
      {known.validUntil && !known.draft && (
        <Notice tone="ok">{t('valid', {until: `${day(known.validUntil, 'UTC', language)} ${known.validUntil.slice(0, 4)}`})}</Notice>
      )}
      {known.draft && <Notice tone="hold">{t('draft')}</Notice>}
      <ManyChips
        legend={t('goals')}
        choices={asked.goals.map(({code, label}) => ({value: code, label: t(`goal.${code}`, {defaultValue: label})}))}
        chosen={said.goals ?? []}
        onChange={(goals) => change({goals})}
      />
      <section>
        <h2 className="mb-3">{t('spots')}</h2>
        <BodyMap chosen={spots.map(({area}) => area)} onChange={choose} />
        <div className="mt-4 flex flex-col gap-5">
          {spots.map((spot) => {
            const area = named('area', spot.area);
            return (
              <div key={spot.area} className="card flex flex-col gap-4 p-4">
                <h3>{area}</h3>
                <OneChip
                  legend={t('side')}
                  choices={(['LEFT', 'RIGHT', 'BOTH'] as const).map((value) => ({value, label: t(`sides.${value}`)}))}
                  chosen={spot.side}
                  onChange={(side) => changeSpot(spot.area, {side})}
                />
                <label className="font-semibold">
                  {t('painOf', {area, pain: spot.pain})}
                  <input
                    type="range"
                    min={0}
                    max={10}
                    value={spot.pain}
                    onChange={({target}) => changeSpot(spot.area, {pain: Number(target.value)})}
                    className="h-11 w-full accent-clay"
                  />
                </label>
                <ManyChips
                  legend={t('like', {area})}
                  choices={asked.qualities.map(({code, label}) => ({value: code, label: named('quality', code, label)}))}
                  chosen={spot.qualities ?? []}
                  onChange={(qualities) => changeSpot(spot.area, {qualities})}
                />
              </div>
            );
          })}
        </div>
      </section>
      <Field
        label={t('since')}
        optional
        type="number"
        inputMode="numeric"
        min={0}
        max={36500}
        value={said.sinceDays ?? ''}
        onChange={({target}) => change({sinceDays: target.value === '' ? undefined : Number(target.value)})}
      />
      <OneChip
        legend={t('pressure')}
        choices={(['LIGHT', 'MODERATE', 'FIRM', 'INTENSE'] as const).map((value) => ({value, label: t(`pressures.${value}`)}))}
        chosen={said.pressure}
        onChange={(pressure) => change({pressure})}
      />
      <OneChip
        legend={t('talk')}
        choices={(['TALK', 'QUIET', 'EITHER'] as const).map((value) => ({value, label: t(`talks.${value}`)}))}
        chosen={said.conversation}
        onChange={(conversation) => change({conversation})}
      />
      <OneChip
        legend={t('pregnancy')}
        choices={(['NO', 'YES', 'MAYBE'] as const).map((value) => ({value, label: t(`pregnant.${value}`)}))}
        chosen={said.pregnancy}
        onChange={(pregnancy) => change({pregnancy})}
      />
      <ManyChips
        legend={t('avoid')}
        choices={AREAS.map(({code}) => ({value: code, label: named('area', code)}))}
        chosen={said.avoidAreas ?? []}
        onChange={(avoidAreas) => change({avoidAreas})}
      />
      <TextArea label={t('history')} hint={t('historyHint')} optional maxLength={2000} value={said.history ?? ''} onChange={({target}) => change({history: target.value})} />
      <TextArea label={t('medication')} optional maxLength={2000} value={said.medication ?? ''} onChange={({target}) => change({medication: target.value})} />
      <TextArea label={t('allergies')} optional maxLength={2000} value={said.allergies ?? ''} onChange={({target}) => change({allergies: target.value})} />
      <TextArea label={t('words')} optional maxLength={2000} value={said.words ?? ''} onChange={({target}) => change({words: target.value})} />
      <div>
        <p lang="en" className="mb-2 text-sm text-muted">
          {asked.consent.words}
        </p>
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input type="checkbox" className="size-5 accent-primary" checked={agreed} onChange={({target}) => setAgreed(target.checked)} />
          {t('consent')}
        </label>
      </div>
      {incomplete && (!complete || !agreed) && (
        <p role="alert" className="font-semibold text-stop">
          {complete ? t('consentMissing') : t('missing')}
        </p>
      )}
      {sending.isSuccess && (
        <Notice tone="ok" live>
          {sending.variables ? t('handedIn') : t('saved')}
        </Notice>
      )}
      {sending.isError && <Refused error={sending.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={sending.isPending && sending.variables}>
          {t('handIn')}
        </Button>
        <Button look="ghost" busy={sending.isPending && !sending.variables} onClick={() => sending.mutate(false)}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function Refused({error}: {error: Error}) {
  const {t} = useIntakeWords();
  if (!(error instanceof Problem) || error.passes || error.status >= 500 || error.status === 401) return <Failed error={error} />;
  return (
    <Notice tone="stop" live title={error.type === 'version-changed' ? t('changed') : t('refused')}>
      {error.type !== 'version-changed' && <p lang="en">{error.message}</p>}
    </Notice>
  );
}
