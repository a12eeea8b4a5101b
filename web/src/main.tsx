import './styles.css';
import {look, wear} from './app/look';
import {around, dress, isEmbedded} from './lib/embed';

const outside = isEmbedded() ? around() : undefined;
if (outside) dress(outside);
else wear(look());
if (isEmbedded()) document.getElementById('root')!.replaceChildren();

// What the app is made of begins one after the other, each in a task of its own: a tap never waits for all of it.
const breath = () => new Promise<void>((over) => setTimeout(over));
await import('react-dom/client');
await breath();
const {start} = await import('./app/start');
await breath();
// The page's first words stand there already; they give way to the page, not to its empty frame.
await start();

// What was seen once is there without a connection. Not while developing: one wants to see what was just written.
if (import.meta.env.PROD && !isEmbedded() && 'serviceWorker' in navigator) {
  // Broken off when somebody leaves at once; the next page tries again.
  const register = () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
