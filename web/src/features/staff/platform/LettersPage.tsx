import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {deadLetters, decide, type Letter} from '../../../api/platform';
import {when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {PageTitle} from '../../../ui/Page';
import {Empty} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {usePlace} from '../StaffPage';
import {usePlatformWords} from './words';

/** Events that could not be made sense of: tried again once what was wrong is mended, or laid aside. */
export default function LettersPage() {
  const {t} = usePlatformWords();
  const place = usePlace();
  const client = useQueryClient();
  const known = useQuery({...deadLetters, enabled: place?.platform === true});
  const deciding = useMutation({mutationFn: ({letter, choice}: {letter: Letter; choice: 'redrive' | 'discard'}) => decide(client, letter, choice)});
  if (!place?.platform) return null;
  return (
    <div className="max-w-4xl">
      <PageTitle title={t('letters')} hidden />
      <p className="mb-4 text-muted">{t('lettersHint')}</p>
      {deciding.isError && <Refused error={deciding.error} zone={place.zone} onClose={deciding.reset} />}
      <Answered to={known}>
        {(all) => {
          const [open, decided] = [all.filter(({state}) => state === 'OPEN'), all.filter(({state}) => state !== 'OPEN')];
          return (
            <>
              {open.length === 0 ? (
                <Empty title={t('noLetters')} />
              ) : (
                <ul className="card divide-y divide-line">
                  {open.map((letter) => (
                    <li key={letter.id} className="grid gap-2 p-4">
                      <Lines letter={letter} zone={place.zone} />
                      <div className="flex flex-wrap gap-2">
                        <Button look="ghost" className="px-4 py-1.5" busy={deciding.isPending && deciding.variables.letter === letter && deciding.variables.choice === 'redrive'} onClick={() => deciding.mutate({letter, choice: 'redrive'})}>
                          {t('redrive')}
                          {' '}<span className="sr-only">{letter.id}</span>
                        </Button>
                        <Button look="plain" busy={deciding.isPending && deciding.variables.letter === letter && deciding.variables.choice === 'discard'} onClick={() => deciding.mutate({letter, choice: 'discard'})}>
                          {t('discard')}
                          {' '}<span className="sr-only">{letter.id}</span>
                        </Button>
                      </div>
                    </li>
                  ))}
                </ul>
              )}
              {decided.length > 0 && (
                <details className="mt-4">
                  <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('decided', {count: decided.length})}</summary>
                  <ul className="card divide-y divide-line">
                    {decided.map((letter) => (
                      <li key={letter.id} className="p-4">
                        <Lines letter={letter} zone={place.zone} />
                        <p className="font-semibold">{t(`choice.${letter.state}`)}</p>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function Lines({letter, zone}: {letter: Letter; zone: string}) {
  const {t, language} = usePlatformWords();
  return (
    <div>
      <p>
        <b>{letter.topic}</b> <span className="tab-figures text-muted">{letter.key}</span>
      </p>
      <p lang="en" className="wrap-anywhere">
        {letter.cause}
      </p>
      <p className="text-sm text-muted">
        {when(letter.at, zone, language)} · {t('bytes', {bytes: letter.bytes})}
      </p>
    </div>
  );
}
