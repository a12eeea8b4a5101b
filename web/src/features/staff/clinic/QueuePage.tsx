import {useEffect, useState} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {licences, verify, type HeldLicence, type LicenceStatus} from '../../../api/clinicAdmin';
import {evidence} from '../../../api/practice';
import {monthOf} from '../../../lib/time';
import {Facts} from '../../../ui/Bits';
import {Button} from '../../../ui/Button';
import {OneChip} from '../../../ui/Chips';
import {Dialog} from '../../../ui/Dialog';
import {TextArea} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty, Failed, Notice, Skeleton} from '../../../ui/States';
import {Problem} from '../../../api/problem';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {usePlace} from '../StaffPage';
import {useClinicWords} from './words';

type Shown = 'SUBMITTED' | 'ENDING' | 'VERIFIED' | 'REJECTED';

/** The licences that wait for somebody to look at their paper, and those that end soon. */
export default function QueuePage() {
  const {t, language} = useClinicWords();
  const place = usePlace();
  const [shown, setShown] = useState<Shown>('SUBMITTED');
  const [open, setOpen] = useState<HeldLicence>();
  const found = useQuery({...(shown === 'ENDING' ? licences('VERIFIED', 60) : licences(shown)), enabled: place?.admin === true});
  if (!place?.admin) return null;
  return (
    <div className="max-w-3xl">
      <PageTitle title={t('queue')} hidden />
      <div className="mb-4">
        <OneChip
          legend={t('queue')}
          legendHidden
          chosen={shown}
          onChange={setShown}
          choices={(['SUBMITTED', 'ENDING', 'VERIFIED', 'REJECTED'] as const).map((value) => ({value, label: t(`licences.${value}`)}))}
        />
      </div>
      <Answered to={found}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t(`noLicences.${shown}`)} />
          ) : (
            <ul className="card divide-y divide-line">
              {all.map((held) => (
                <li key={held.licence.id} className="flex flex-wrap items-center justify-between gap-3 p-4">
                  <span>
                    <b>{held.therapistName}</b>
                    <span className="block text-muted">
                      {held.licence.authority} · {t('validUntil', {month: monthOf(held.licence.validUntil ?? '', language)})}
                    </span>
                  </span>
                  <Button look="ghost" onClick={() => setOpen(held)}>
                    {t('look')}
                    {' '}<span className="sr-only">{held.therapistName}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {open && <Looking held={open} zone={place.zone} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Looking({held, zone, onClose}: {held: HeldLicence; zone: string; onClose: () => void}) {
  const {t, language} = useClinicWords();
  const client = useQueryClient();
  const {licence} = held;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const deciding = useMutation({mutationFn: (status: LicenceStatus) => verify(client, held, status, reason.trim()), onSuccess: onClose});
  const refuse = (status: LicenceStatus) => {
    setTried(true);
    if (reason.trim()) deciding.mutate(status);
  };
  const waits = licence.status === 'SUBMITTED';
  return (
    <Dialog side title={held.therapistName} onClose={onClose}>
      <Facts
        facts={[
          [t('authority'), licence.authority],
          [t('number'), <span className="tab-figures">{licence.number}</span>],
          [t('jurisdiction'), licence.jurisdiction],
          [t('valid'), `${monthOf(licence.validFrom ?? '', language)} – ${monthOf(licence.validUntil ?? '', language)}`],
        ]}
      />
      <Paper therapistId={held.therapistId} licenceId={licence.id} />
      {(waits || licence.status === 'VERIFIED') && (
        <div className="mt-4 grid gap-3">
          <TextArea
            label={t('reason')}
            hint={waits ? t('reasonHint') : t('withdrawHint')}
            maxLength={500}
            value={reason}
            error={tried && !reason.trim() ? t('reasonNeeded') : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          {deciding.isError && <Refused error={deciding.error} zone={zone} onClose={deciding.reset} />}
          <div className="flex flex-wrap gap-2">
            {waits && (
              <Button busy={deciding.isPending && deciding.variables === 'VERIFIED'} onClick={() => deciding.mutate('VERIFIED')}>
                {t('verify')}
              </Button>
            )}
            <Button look="stop" busy={deciding.isPending && deciding.variables !== 'VERIFIED'} onClick={() => refuse(waits ? 'REJECTED' : 'REVOKED')}>
              {waits ? t('refuse') : t('withdraw')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** What was handed in: a picture is shown here, a document in a window of its own. */
function Paper({therapistId, licenceId}: {therapistId: string; licenceId: string}) {
  const {t} = useClinicWords();
  const paper = useQuery({
    queryKey: ['evidence', therapistId, licenceId],
    queryFn: () =>
      evidence(therapistId, licenceId).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
  const file = paper.data;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    let shown = true;
    // Written out: the page's policy shows no picture by an address that only this page knows.
    void file.arrayBuffer().then((bytes) => {
      const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
      if (shown) setAddress(`data:${file.type};base64,${btoa(text)}`);
    });
    return () => {
      shown = false;
    };
  }, [file]);
  if (paper.isError) return <Failed error={paper.error} retry={() => void paper.refetch()} />;
  if (paper.isPending) return <Skeleton className="h-40" />;
  if (!file || !address) return <Notice tone="hold">{t('noPaper')}</Notice>;
  return (
    <figure className="grid gap-2">
      {file.type.startsWith('image/') && <img src={address} alt={t('paper')} className="max-h-96 w-full rounded-lg border border-line object-contain" />}
      <figcaption>
        <a className="link inline-flex min-h-11 items-center" href={address} download={`licence.${file.type.split('/').pop()}`}>
          {t('savePaper', {size: Math.ceil(file.size / 1024)})}
        </a>
      </figcaption>
    </figure>
  );
}
