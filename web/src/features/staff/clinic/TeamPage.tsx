import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {therapists} from '../../../api/catalogue';
import {changeMember, invitations, invite, leave, members, removeMember, takeBack, type Invitation, type Member, type Role} from '../../../api/clinicAdmin';
import {me} from '../../../api/desk';
import {when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {ManyChips} from '../../../ui/Chips';
import {Dialog} from '../../../ui/Dialog';
import {Field, Select} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept, useKeys} from '../saving';
import {usePlace, type Place} from '../StaffPage';
import {useClinicWords} from './words';

const ROLES: Role[] = ['THERAPIST', 'DESK', 'CLINIC_ADMIN'];

/** Who works at the clinic and as what; who is invited; and leaving. */
export default function TeamPage() {
  const {t} = useClinicWords();
  const place = usePlace();
  if (!place?.admin) return null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <PageTitle title={t('team')} hidden />
      <div className="grid gap-4">
        <Members place={place} />
        <Waiting place={place} />
      </div>
      <Invite place={place} />
    </div>
  );
}

function Members({place}: {place: Place}) {
  const {t} = useClinicWords();
  const all = useQuery(members(place.clinicId));
  const here = useQuery(me).data;
  const [open, setOpen] = useState<Member>();
  return (
    <section className="card p-4" aria-labelledby="members">
      <h2 id="members" className="mb-2 !text-lg">
        {t('members')}
      </h2>
      <Answered to={all} shape="h-40">
        {(list) => (
          <ul className="divide-y divide-line">
            {list.map((member) => (
              <li key={member.person} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <span>
                  <b>{member.name || member.mail || member.person}</b>
                  {member.person === here?.person && <span className="text-muted"> ({t('you')})</span>}
                  <span className="block text-muted">{member.roles.map((role) => t(`roles.${role}`)).join(', ')}</span>
                </span>
                <Button look="ghost" className="px-4 py-1.5" onClick={() => setOpen(member)}>
                  {t('edit')}
                  {' '}<span className="sr-only">{member.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {open && <Change key={open.person} place={place} member={open} self={open.person === here?.person ? here.version : undefined} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

/** @param self the version of one's own memberships, where that is who is changed: then it is leaving */
function Change({place, member, self, onClose}: {place: Place; member: Member; self: number | undefined; onClose: () => void}) {
  const {t} = useClinicWords();
  const client = useQueryClient();
  const [roles, setRoles] = useState(member.roles);
  const [sure, setSure] = useState(false);
  const changing = useMutation({mutationFn: () => changeMember(client, place.clinicId, member, roles), onSuccess: onClose});
  const removing = useMutation<unknown>({
    mutationFn: () => (self === undefined ? removeMember(client, place.clinicId, member) : leave(client, place.clinicId, self)),
    onSuccess: onClose,
  });
  const choices = ROLES.filter((role) => role !== 'THERAPIST' || member.therapistId);
  return (
    <Dialog side title={member.name || member.mail || member.person} onClose={onClose}>
      {member.mail && <p className="mb-3 text-muted">{member.mail}</p>}
      <ManyChips legend={t('as')} choices={choices.map((value) => ({value, label: t(`roles.${value}`)}))} chosen={roles} onChange={setRoles} />
      {[changing, removing].map((one, index) => one.isError && <Refused key={index} error={one.error} zone={place.zone} onClose={one.reset} />)}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button busy={changing.isPending} disabled={roles.length === 0 || roles.toSorted().join() === member.roles.toSorted().join()} onClick={() => changing.mutate()}>
          {t('keep')}
        </Button>
        {sure ? (
          <Button look="stop" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t(self === undefined ? 'removeSure' : 'leaveSure')}
          </Button>
        ) : (
          <Button look="plain" onClick={() => setSure(true)}>
            {t(self === undefined ? 'removeMember' : 'leave')}
          </Button>
        )}
      </div>
      {sure && <p className="mt-2 text-muted">{t(self === undefined ? 'removeHint' : 'leaveHint')}</p>}
    </Dialog>
  );
}

function Waiting({place}: {place: Place}) {
  const {t, language} = useClinicWords();
  const client = useQueryClient();
  const all = useQuery(invitations(place.clinicId));
  const taking = useMutation({mutationFn: (invitation: Invitation) => takeBack(client, invitation)});
  return (
    <section className="card p-4" aria-labelledby="waiting">
      <h2 id="waiting" className="mb-2 !text-lg">
        {t('invited')}
      </h2>
      <Answered to={all} shape="h-24">
        {(list) =>
          list.length === 0 ? (
            <p className="text-muted">{t('nobodyInvited')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {list.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                  <span>
                    {one.mail}
                    <span className="block text-muted">
                      {one.roles.map((role) => t(`roles.${role}`)).join(', ')} · {t('goodUntil', {when: when(one.expiresAt, place.zone, language)})}
                    </span>
                  </span>
                  <Button look="plain" busy={taking.isPending && taking.variables === one} onClick={() => taking.mutate(one)}>
                    {t('takeBack')}
                    {' '}<span className="sr-only">{one.mail}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {taking.isError && <Refused error={taking.error} zone={place.zone} onClose={taking.reset} />}
    </section>
  );
}

function Invite({place}: {place: Place}) {
  const {t} = useClinicWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const team = useQuery(therapists({clinicId: place.clinicId})).data?.therapists ?? [];
  const [mail, setMail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['DESK']);
  const [therapistId, setTherapist] = useState('');
  const treats = roles.includes('THERAPIST');
  const inviting = useMutation({
    mutationFn: () => {
      const wish = {mail: mail.trim(), roles, ...(treats && therapistId && {therapistId})};
      return invite(client, place.clinicId, wish, keyOf(wish));
    },
    onSuccess: () => setMail(''),
  });
  const found = findings(inviting.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inviting.mutate();
  };
  return (
    <section className="card p-4" aria-labelledby="invite">
      <h2 id="invite" className="mb-3 !text-lg">
        {t('invite')}
      </h2>
      <form className="grid gap-3" onSubmit={submit}>
        <Field label={t('mail')} hint={t('inviteHint')} type="email" required maxLength={254} value={mail} error={found.get('mail')} onChange={(event) => setMail(event.target.value)} />
        <ManyChips legend={t('as')} choices={ROLES.map((value) => ({value, label: t(`roles.${value}`)}))} chosen={roles} onChange={setRoles} />
        {treats && (
          <Select
            label={t('treatsAs')}
            error={found.get('therapistId')}
            value={therapistId}
            onChange={setTherapist}
            choices={[{value: '', label: '–'}, ...team.map(({id, name}) => ({value: id, label: name}))]}
          />
        )}
        <Button type="submit" busy={inviting.isPending} disabled={roles.length === 0 || (treats && !therapistId)}>
          {t('sendInvitation')}
        </Button>
        <Kept when={inviting.isSuccess}>{t('invitationSent')}</Kept>
        {inviting.isError && found.size === 0 && <Refused error={inviting.error} zone={place.zone} onClose={inviting.reset} />}
      </form>
    </section>
  );
}
