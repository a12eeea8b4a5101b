import {useState} from 'react';
import {useCodes} from '../../lib/codes';
import {byUrgency} from '../../lib/health';
import {Source} from '../Bits';
import {Field} from '../Field';
import {NoneOrMany} from '../NoneOrMany';
import {Said} from '../Said';
import {Loading, Notice, Skeleton} from '../States';
import {useScreeningWords} from './words';

export type Doctor = {name: string; on: string};

/**
 * What one person answers before a massage.
 *
 * @param first what they said before; undefined if nothing
 */
export function useAnswers(first?: string[]) {
  const [has, setHas] = useState(first);
  const [doctor, setDoctor] = useState<Doctor>({name: '', on: ''});
  return {has, setHas, doctor, setDoctor, answers: has && {has, ...(doctor.name && doctor.on && {doctor})}};
}

type Question = {code: string; condition: string};

/** Asks what speaks against it. {@code told}: the answers are from before and must be looked at. */
export function Screening(props: {
  asked: Question[] | undefined;
  has: string[] | undefined;
  onChange: (has: string[] | undefined) => void;
  told?: boolean;
  companion?: string;
}) {
  const {t} = useScreeningWords();
  const {named} = useCodes();
  if (!props.asked) {
    return (
      <Loading>
        <Skeleton className="h-48" />
      </Loading>
    );
  }
  const sorted = byUrgency(props.asked, ({code}) => code);
  return (
    <section>
      <NoneOrMany
        legend={props.companion ? t('companions', {name: props.companion}) : t('health')}
        none={t('none')}
        more={t('more')}
        choices={sorted.map(({code, condition}) => ({value: code, label: named('health', code, condition)}))}
        // What was said before may name what is not asked for this treatment.
        chosen={props.has?.filter((code) => sorted.some((question) => question.code === code))}
        onChange={props.onChange}
      />
      {props.told && <p className="mt-2 text-sm text-muted">{t('answered')}</p>}
    </section>
  );
}

export function AnswerFirst({id}: {id: string}) {
  const {t} = useScreeningWords();
  return (
    <p id={id} role="alert" className="font-semibold text-stop">
      {t('answerFirst')}
    </p>
  );
}

type Stopped = {
  why: 'screening-stop' | 'doctor-needed' | 'not-this-technique';
  findings: {treatment: string; code: string; condition: string; advice: string; source: string}[];
  fits: string[];
};

/** What the answers led to: medical care first, a doctor's word, or another technique. */
export function SpeaksAgainst(props: {stopped: Stopped; doctor: Doctor; onDoctor: (doctor: Doctor) => void}) {
  const {t} = useScreeningWords();
  const {named} = useCodes();
  const {
    stopped: {why, findings, fits},
    doctor,
    onDoctor,
  } = props;
  const title = {'screening-stop': t('stop'), 'doctor-needed': t('doctor'), 'not-this-technique': t('notThis')}[why];
  return (
    <>
      <Notice tone={why === 'screening-stop' ? 'stop' : 'hold'} title={title} live>
        <ul className="mt-1 list-disc ps-5">
          {findings.map((finding) => (
            <li key={finding.treatment + finding.code}>
              {named('health', finding.code, finding.condition)}: <Said>{finding.advice}</Said>
              <Source source={finding.source} />
            </li>
          ))}
        </ul>
        {why === 'screening-stop' && <p className="mt-2 font-semibold">{t('stopNext')}</p>}
        {fits.length > 0 && <p className="mt-2">{t('fits', {treatments: fits.map((code) => named('treatment', code)).join(', ')})}</p>}
      </Notice>
      {why !== 'screening-stop' && (
        <fieldset className="flex max-w-xl flex-col gap-4">
          <legend className="mb-3 text-muted">{t('doctorMissing')}</legend>
          <Field label={t('doctorName')} value={doctor.name} maxLength={200} onChange={({target}) => onDoctor({...doctor, name: target.value})} />
          <Field
            label={t('doctorDay')}
            type="date"
            max={new Date().toISOString().slice(0, 10)}
            value={doctor.on}
            onChange={({target}) => onDoctor({...doctor, on: target.value})}
          />
        </fieldset>
      )}
    </>
  );
}
