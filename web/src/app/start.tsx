import {startTransition, StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {spoken} from '../lib/words';
import {App} from './App';
import {router} from './routes';

/** Shows the app, once its first page and what that says are loaded. */
export async function start(): Promise<void> {
  await Promise.all([spoken(), router.load()]);
  // In small steps, between which the page answers to taps; its first words stand until all is there.
  const root = createRoot(document.getElementById('root')!);
  startTransition(() =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
