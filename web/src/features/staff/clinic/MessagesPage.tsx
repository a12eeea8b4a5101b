import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {keepScript, preview, removeScript, script, type Kind, type Script} from '../../../api/clinicAdmin';
import {LANGUAGES} from '../../../lib/words';
import {Button} from '../../../ui/Button';
import {Select, TextArea} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Failed} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept} from '../saving';
import {usePlace} from '../StaffPage';
import {useClinicWords} from './words';

/** What clinics mostly want to say in words of their own. */
const KINDS: Kind[] = ['CONFIRMATION', 'REMINDER', 'CHANGE', 'CANCELLATION', 'THANKS', 'ARRIVAL', 'INTAKE_DUE', 'PLAN_NUDGE', 'OFFER', 'HOLD_LAPSING', 'GIFT_CARD', 'SERIES', 'SERIES_CANCELLATION'];
const NAMES = {en: 'English', de: 'Deutsch', es: 'Español'};

/** The clinic's mails in its own words, with how they would look. */
export default function MessagesPage() {
  const {t} = useClinicWords();
  const place = usePlace();
  const [kind, setKind] = useState<Kind>('CONFIRMATION');
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('en');
  const of = {kind, language, clinicId: place?.clinicId ?? ''};
  const known = useQuery({...script(of), enabled: place?.admin === true});
  if (!place?.admin) return null;
  return (
    <>
      <PageTitle title={t('messages')} hidden />
      <div className="mb-4 grid max-w-xl gap-3 sm:grid-cols-2">
        <Select label={t('message')} value={kind} onChange={(next) => setKind(next as Kind)} choices={KINDS.map((value) => ({value, label: t(`kinds.${value}`)}))} />
        <Select label={t('language')} value={language} onChange={(next) => setLanguage(next as typeof language)} choices={LANGUAGES.map((value) => ({value, label: NAMES[value]}))} />
      </div>
      <Answered to={known} shape="h-96">
        {(said) => <ScriptForm key={`${kind}:${language}:${said.version}`} of={of} said={said} zone={place.zone} />}
      </Answered>
    </>
  );
}

function ScriptForm({of, said, zone}: {of: {kind: Kind; language: string; clinicId: string}; said: Script; zone: string}) {
  const {t} = useClinicWords();
  const client = useQueryClient();
  const [text, setText] = useState<string>(said.text ?? '');
  const saving = useMutation({mutationFn: () => keepScript(client, of, said.version, text)});
  const removing = useMutation({mutationFn: () => removeScript(client, of, said.version)});
  // Asked for once, not at each letter: what is shown is what was written when it was asked for.
  const [shown, setShown] = useState<string>(said.text ?? '');
  const looking = useQuery({queryKey: ['preview', of, shown], queryFn: () => preview(of, shown), staleTime: 60_000, retry: false});
  const problem = findings(saving.error).get('text') ?? (shown === text ? findings(looking.error).get('text') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <form className="card grid gap-3 p-4" onSubmit={submit}>
        <p className="text-muted">{said.own ? t('ownWords') : t('houseWords')}</p>
        <TextArea
          label={t('script')}
          hint={t('scriptHint')}
          rows={16}
          required
          spellCheck
          lang={of.language}
          className="input font-mono text-sm"
          value={text}
          error={problem}
          onChange={(event) => {
            saving.reset();
            setText(event.target.value);
          }}
          onBlur={() => setShown(text)}
        />
        <p className="text-sm text-muted">
          {t('places')} {said.places.map((place) => `{${place}}`).join(' ')}
        </p>
        {saving.isError && !problem && <Refused error={saving.error} zone={zone} onClose={saving.reset} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={saving.isPending} disabled={text === said.text}>
            {t('keep')}
          </Button>
          <Button look="ghost" busy={looking.isFetching} disabled={shown === text} onClick={() => setShown(text)}>
            {t('preview')}
          </Button>
          {said.own && (
            <Button look="plain" busy={removing.isPending} onClick={() => removing.mutate()}>
              {t('backToHouse')}
            </Button>
          )}
        </div>
        <Kept when={saving.isSuccess} />
        {removing.isError && <Refused error={removing.error} zone={zone} onClose={removing.reset} />}
      </form>
      <section aria-label={t('preview')} className="card grid gap-2 p-4">
        {looking.data ? (
          <>
            <h2 className="!text-base" lang={of.language}>
              {looking.data.subject}
            </h2>
            {/* As it is read without pictures: our pages' policy lets no style in that came with a text. */}
            <p lang={of.language} className="max-h-[32rem] overflow-y-auto border-t border-line pt-3 whitespace-pre-line" tabIndex={0}>
              {looking.data.text}
            </p>
          </>
        ) : looking.isError && !problem ? (
          <Failed error={looking.error} retry={() => void looking.refetch()} />
        ) : (
          <p className="text-muted">{problem ? t('previewWhenMended') : '…'}</p>
        )}
      </section>
    </div>
  );
}
