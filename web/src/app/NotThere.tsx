import {Link} from '@tanstack/react-router';
import {Button, buttonLook} from '../ui/Button';
import {PageTitle} from '../ui/Page';
import {useAppWords} from './words';

export function NotThere() {
  const {t} = useAppWords();
  return (
    <div className="py-16 text-center">
      <PageTitle title={t('notFound')} />
      <Link to="/" className={buttonLook('primary', 'mt-6')}>
        {t('home')}
      </Link>
    </div>
  );
}

/** A fault in the page itself, or a part of it that could not be loaded. */
export function Crashed() {
  const {t} = useAppWords();
  return (
    <div role="alert" className="py-16 text-center">
      <PageTitle title={t('crashed')} />
      <Button className="mt-6" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  );
}
