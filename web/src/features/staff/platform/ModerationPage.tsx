import {useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {moderate, reported, type Moderated, type Report} from '../../../api/platform';
import {when} from '../../../lib/time';
import {Given} from '../../../ui/Bits';
import {Button} from '../../../ui/Button';
import {OneChip} from '../../../ui/Chips';
import {TextArea} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings} from '../saving';
import {usePlace} from '../StaffPage';
import {usePlatformWords} from './words';

/** Reviews that somebody has reported: hidden, or kept, each with a reason. */
export default function ModerationPage() {
  const {t} = usePlatformWords();
  const place = usePlace();
  const [status, setStatus] = useState<'REPORTED' | 'HIDDEN'>('REPORTED');
  const known = useQuery({...reported(status), enabled: place?.platform === true});
  if (!place?.platform) return null;
  return (
    <div className="max-w-3xl">
      <PageTitle title={t('moderation')} hidden />
      <div className="mb-4">
        <OneChip
          legend={t('moderation')}
          legendHidden
          chosen={status}
          onChange={setStatus}
          choices={(['REPORTED', 'HIDDEN'] as const).map((value) => ({value, label: t(`status.${value}`)}))}
        />
      </div>
      <Answered to={known}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t(`none.${status}`)} />
          ) : (
            <ul className="grid gap-3">
              {all.map((one) => (
                <li key={`${one.review.id}:${one.review.version}`} className="card p-4">
                  <OneReview one={one} zone={place.zone} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  );
}

function OneReview({one, zone}: {one: Moderated; zone: string}) {
  const {t, language} = usePlatformWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const deciding = useMutation({mutationFn: (decision: 'HIDE' | 'KEEP') => moderate(client, one, decision, reason.trim())});
  const found = findings(deciding.error);
  const decide = (decision: 'HIDE' | 'KEEP') => {
    setTried(true);
    if (reason.trim()) deciding.mutate(decision);
  };
  const {review, status} = one;
  const reports = one.reports as unknown as Report[];
  return (
    <>
      <p>
        <Given stars={review.stars} /> <b>{review.shownName}</b>
      </p>
      {review.text && <blockquote className="my-2 border-s-4 border-line ps-3">{review.text}</blockquote>}
      {reports.length > 0 && (
        <>
          <h2 className="mt-2 !font-sans !text-base">{t('reports')}</h2>
          <ul className="mb-3 grid gap-1">
            {reports.map((report, index) => (
              <li key={index}>
                {t(`reasons.${report.reason}`)} <span className="text-muted">{when(report.at, zone, language)}</span>
                {report.text && <span className="block">{report.text}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {status === 'HIDDEN' && <p className="mb-3 text-muted">{one.moderation.reason}</p>}
      <div className="grid gap-3">
        <TextArea label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={1000} value={reason} error={tried && !reason.trim() ? t('reasonNeeded') : found.get('reason')} onChange={(event) => setReason(event.target.value)} />
        {deciding.isError && found.size === 0 && <Refused error={deciding.error} zone={zone} onClose={deciding.reset} />}
        <div className="flex flex-wrap gap-2">
          {status !== 'HIDDEN' && (
            <Button look="stop" busy={deciding.isPending && deciding.variables === 'HIDE'} onClick={() => decide('HIDE')}>
              {t('hide')}
            </Button>
          )}
          <Button look="ghost" busy={deciding.isPending && deciding.variables === 'KEEP'} onClick={() => decide('KEEP')}>
            {t(status === 'HIDDEN' ? 'showAgain' : 'keep')}
          </Button>
        </div>
      </div>
    </>
  );
}
