import type {ReactNode} from 'react';
import {useMutation, useQuery, useQueryClient, type UseMutationResult} from '@tanstack/react-query';
import type {Clinic} from '../../../api/catalogue';
import {editedClinic, keepClinic, type ClinicRequest} from '../../../api/clinicAdmin';
import {Button} from '../../../ui/Button';
import {PageTitle} from '../../../ui/Page';
import {Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept} from '../saving';
import {usePlace} from '../StaffPage';
import {useClinicWords} from './words';

type Wish = {known: Clinic; change: Partial<ClinicRequest>};
export type SavingClinic = UseMutationResult<Clinic, Error, Wish>;

/** A page on which one part of the clinic is changed; the form begins anew with each version. */
export function ClinicPart({title, children}: {title: string; children: (known: Clinic, saving: SavingClinic) => ReactNode}) {
  const place = usePlace();
  const client = useQueryClient();
  const known = useQuery({...editedClinic(place?.clinicId ?? ''), enabled: place?.admin === true});
  const saving = useMutation({mutationFn: ({known: seen, change}: Wish) => keepClinic(client, seen, change)});
  if (!place?.admin) return null;
  return (
    <>
      <PageTitle title={title} hidden />
      <Answered to={known} shape="h-96">
        {(clinic) => (
          <div key={`${clinic.id}:${clinic.version}`} className="max-w-3xl">
            {children(clinic, saving)}
          </div>
        )}
      </Answered>
    </>
  );
}

/** Keeps it, and says what came of that; what is wrong with a field that is on the page stands there. */
export function KeepClinic({saving, zone, changed, fields}: {saving: SavingClinic; zone: string; changed: boolean; fields: RegExp}) {
  const {t} = useClinicWords();
  const found = [...findings(saving.error)];
  const elsewhere = found.filter(([field]) => !fields.test(field));
  return (
    <div className="sticky bottom-0 z-5 grid gap-2 border-t border-line bg-bg py-3">
      {saving.isError &&
        (found.length === 0 ? (
          <Refused error={saving.error} zone={zone} onClose={saving.reset} />
        ) : (
          <Notice tone="stop" live title={t('notKept')}>
            {elsewhere.map(([field, message]) => (
              <p key={field} lang="en">
                {field} {message}
              </p>
            ))}
          </Notice>
        ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={saving.isPending} disabled={!changed}>
          {t('keep')}
        </Button>
        <Kept when={saving.isSuccess && !changed} />
      </div>
    </div>
  );
}
