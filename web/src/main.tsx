import './styles.css';
import {startTransition, StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {App} from './app/App';
import {look, wear} from './app/look';
import {router} from './app/routes';
import {around, dress, isEmbedded} from './lib/embed';
import {spoken} from './lib/words';

const outside = isEmbedded() ? around() : undefined;
if (outside) dress(outside);
else wear(look());
if (isEmbedded()) document.getElementById('root')!.replaceChildren();
// The page's first words stand there already; they give way to the page, not to its empty frame.
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

// What was seen once is there without a connection. Not while developing: one wants to see what was just written.
if (import.meta.env.PROD && !isEmbedded() && 'serviceWorker' in navigator) {
  // Broken off when somebody leaves at once; the next page tries again.
  const register = () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
