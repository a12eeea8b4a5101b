import {useState} from 'react';
import {Link, useNavigate} from '@tanstack/react-router';
import {useCodes} from '../../lib/codes';
import {useComplaint} from '../../lib/complaint';
import {HEALTH} from '../../lib/health';
import {BodyMap} from '../../ui/body/BodyMap';
import {Button} from '../../ui/Button';
import {ManyChips} from '../../ui/Chips';
import {TextArea} from '../../ui/Field';
import {NoneOrMany} from '../../ui/NoneOrMany';
import {PageTitle} from '../../ui/Page';
import {useGuideWords} from './words';

const QUALITIES = ['KNOTS', 'TIGHTNESS', 'STIFFNESS', 'SHARP_OR_BURNING', 'RADIATING', 'DULL'];

export default function LandingPage() {
  const {t} = useGuideWords();
  const {named} = useCodes();
  const [complaint, setComplaint] = useComplaint();
  const [refused, setRefused] = useState(false);
  const navigate = useNavigate();
  const change = (part: Partial<typeof complaint>) => setComplaint({...complaint, ...part});

  const go = () => {
    if (complaint.health === undefined) setRefused(true);
    else void navigate({to: '/advice'});
  };

  return (
    <div className="grid grid-cols-1 gap-7 pb-11 pt-6 lg:grid-cols-[380px_1fr] lg:gap-x-14 lg:pt-9">
      <div className="lg:col-start-2 lg:row-start-1">
        <PageTitle title={t('title')} />
        <p className="mt-2 max-w-[60ch] text-muted">{t('lead')}</p>
      </div>
      <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <BodyMap chosen={complaint.areas} onChange={(areas) => change({areas})} />
      </div>
      <div className="flex flex-col gap-6 lg:col-start-2">
        <ManyChips
          legend={t('like')}
          choices={QUALITIES.map((value) => ({value, label: named('quality', value)}))}
          chosen={complaint.qualities}
          onChange={(qualities) => change({qualities})}
        />
        <div>
          <label htmlFor="pain" className="mb-2 flex justify-between font-semibold">
            {t('pain')} <span className="tab-figures text-muted">{t('painOf', {pain: complaint.pain})}</span>
          </label>
          <input
            id="pain"
            type="range"
            min={0}
            max={10}
            value={complaint.pain}
            aria-valuetext={t('painOf', {pain: complaint.pain})}
            onChange={(event) => change({pain: Number(event.target.value)})}
            className="h-11 w-full accent-clay"
          />
        </div>
        <TextArea
          label={t('words')}
          placeholder={t('wordsHint')}
          rows={2}
          maxLength={1500}
          value={complaint.words}
          onChange={(event) => change({words: event.target.value})}
        />
        <NoneOrMany
          legend={t('know')}
          none={t('none')}
          more={t('more')}
          choices={HEALTH.map((value) => ({value, label: named('health', value)}))}
          chosen={complaint.health}
          onChange={(health) => change({health})}
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button onClick={go} aria-describedby={refused && !complaint.health ? 'first' : undefined}>
            {t('go')}
          </Button>
          <Link to="/therapists" className="link inline-flex min-h-11 items-center">
            {t('whole')}
          </Link>
        </div>
        {refused && !complaint.health && (
          <p id="first" role="alert" className="-mt-2 font-semibold text-stop">
            {t('goHint')}
          </p>
        )}
        <p className="text-sm text-muted">{t('sealed')}</p>
      </div>
    </div>
  );
}
