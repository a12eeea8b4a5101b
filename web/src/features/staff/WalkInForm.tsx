import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {questions, type Booking} from '../../api/bookings';
import {therapists, treatments} from '../../api/catalogue';
import {newKey} from '../../api/client';
import {walkIn, type WalkIn} from '../../api/desk';
import {Problem} from '../../api/problem';
import {useCodes} from '../../lib/codes';
import {byUrgency} from '../../lib/health';
import {dateOf, instantOf} from '../../lib/time';
import {Button} from '../../ui/Button';
import {OneChip} from '../../ui/Chips';
import {Field, Select} from '../../ui/Field';
import {NoneOrMany} from '../../ui/NoneOrMany';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {Refused} from './Refused';
import {Dialog} from '../../ui/Dialog';
import type {Place} from './StaffPage';
import {useStaffWords} from './words';

/** Minutes that somebody who stands at the desk waits without being asked. */
const SOON = 60;

type Props = {place: Place; onClose: () => void; onTaken: (taken: Booking) => void};

/** Somebody stands at the desk: open this, "none of these", take them in. The rest is filled in as it mostly is. */
export function WalkInForm({place, onClose, onTaken}: Props) {
  const {t} = useStaffWords();
  const offered = useQuery(treatments);
  return (
    <Dialog side title={t('walkIn')} onClose={onClose}>
      {offered.isError ? (
        <Failed error={offered.error} retry={() => void offered.refetch()} />
      ) : offered.data ? (
        <Form place={place} offered={offered.data.filter(({clinicId}) => !clinicId || clinicId === place.clinicId)} onClose={onClose} onTaken={onTaken} />
      ) : (
        <Loading>
          <Skeleton className="h-80" />
        </Loading>
      )}
    </Dialog>
  );
}

type Offered = {code: string; name: string; lengthsMinutes: number[]};

function Form({place, offered, onTaken}: Props & {offered: Offered[]}) {
  const {t} = useStaffWords();
  const {named} = useCodes();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [treatment, setTreatment] = useState(offered[0]?.code ?? '');
  const lengths = offered.find(({code}) => code === treatment)?.lengthsMinutes ?? [];
  const [wanted, setWanted] = useState(60);
  const length = lengths.includes(wanted) ? wanted : lengths[0];
  const [has, setHas] = useState<string[]>();
  const [tried, setTried] = useState(false);
  const today = dateOf(new Date(), place.zone);
  // Who was treated and not entered is entered afterwards.
  const [before, setBefore] = useState(false);
  const [then, setThen] = useState({date: today, time: '', by: ''});
  const team = useQuery({...therapists({clinicId: place.clinicId}), enabled: before});
  const asked = useQuery({...questions(treatment), enabled: treatment !== ''});
  const taking = useMutation({
    // The same wish sent again, after a connection that broke, takes nobody in twice.
    mutationFn: ({wish, key}: {wish: WalkIn; key: string}) => walkIn(client, wish, key),
    onSuccess: onTaken,
  });
  const takeIn = (more: Pick<WalkIn, 'therapistId' | 'start' | 'maxWaitMinutes'>) => {
    if (has === undefined || !length) return;
    const wish: WalkIn = {
      clinicId: place.clinicId,
      treatment,
      lengthMinutes: length,
      client: {name: name.trim() || t('walkInName'), ...(phone.trim() && {phone: phone.trim()})},
      screening: {has},
      ...more,
    };
    const again = taking.variables && JSON.stringify(taking.variables.wish) === JSON.stringify(wish);
    taking.mutate({wish, key: again ? taking.variables.key : newKey()});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!before) takeIn({maxWaitMinutes: SOON});
    else if (then.time) takeIn({start: instantOf(then.date, then.time, place.zone), ...(then.by && {therapistId: then.by})});
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('name')} optional maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        <Field label={t('phone')} optional type="tel" autoComplete="off" placeholder="+49 30 123456" value={phone} onChange={(event) => setPhone(event.target.value)} />
      </div>
      <OneChip legend={t('what')} chosen={treatment} onChange={setTreatment} choices={offered.map(({code, name: label}) => ({value: code, label: named('treatment', code, label)}))} />
      <OneChip
        legend={t('length')}
        chosen={String(length)}
        onChange={(value) => setWanted(Number(value))}
        choices={lengths.map((minutes) => ({value: String(minutes), label: t('minutes', {minutes})}))}
      />
      {asked.isError ? (
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      ) : (
        <NoneOrMany
          legend={t('health')}
          none={t('none')}
          more={t('more')}
          shown={4}
          chosen={has}
          onChange={setHas}
          choices={byUrgency(asked.data ?? [], ({code}) => code).map(({code, condition}) => ({value: code, label: named('health', code, condition)}))}
        />
      )}
      {tried && has === undefined && (
        <p role="alert" className="font-semibold text-stop">
          {t('answerFirst')}
        </p>
      )}
      <details onToggle={({currentTarget}) => setBefore(currentTarget.open)}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline underline-offset-3">{t('before')}</summary>
        {before && (
          <div className="mt-2 grid grid-cols-2 gap-3">
            <Field label={t('beforeDay')} type="date" required max={today} value={then.date} onChange={({target}) => setThen({...then, date: target.value})} />
            <Field label={t('beforeTime')} type="time" step={300} required value={then.time} onChange={({target}) => setThen({...then, time: target.value})} />
            <div className="col-span-2">
              <Select
                label={t('beforeBy')}
                value={then.by}
                onChange={(by) => setThen({...then, by})}
                choices={[{value: '', label: t('beforeAnybody')}, ...(team.data?.therapists ?? []).map(({id, name: label}) => ({value: id, label}))]}
              />
            </div>
          </div>
        )}
      </details>
      <Button type="submit" busy={taking.isPending}>
        {t(before ? 'enter' : 'takeIn')}
      </Button>
      {taking.isError && before && taking.error instanceof Problem && taking.error.type === 'nobody-free' ? (
        <p role="alert" className="font-semibold text-stop">
          {t('beforeNobody')}
        </p>
      ) : taking.isError && (
        <Refused
          error={taking.error}
          zone={place.zone}
          // Nobody is free soon: at night that may mean tomorrow, so it is said when, and that hour is asked for.
          onInstead={({therapistId, start}) => takeIn({therapistId, start})}
          onClose={taking.reset}
        />
      )}
    </form>
  );
}
