// Puts the booking flow into a clinic's own page, where this script stands:
//
//   <script src="https://book.example/embed.js" data-clinic="…" data-treatment="SWEDISH" data-look="light"
//           data-language="de" data-primary="#7a3e9d" data-title="Book a massage" async></script>
//
// All attributes may be left out. The page must be of an origin that the platform knows (EMBED_ORIGINS). What is shown
// lives in a frame of its own: this page can't read it, and it can't read this page.
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const {clinic, treatment, minutes, look, language, primary, title} = script.dataset;
  const address = new URL(clinic || treatment ? '/embed/therapists' : '/embed', home);
  for (const [name, value] of Object.entries({clinic, treatment, minutes})) if (value) address.searchParams.set(name, value);
  const frame = document.createElement('iframe');
  frame.name = JSON.stringify({origin: location.origin, look, language, primary});
  frame.title = title || 'Booking';
  frame.src = address.href;
  frame.style.cssText = 'display:block;width:100%;height:640px;border:0;color-scheme:normal';
  addEventListener('message', ({source, origin, data}) => {
    // From this frame, while it shows our pages; from nobody else.
    if (source !== frame.contentWindow || origin !== home || typeof data !== 'object' || data === null) return;
    if (data.type === 'rhomboid:height' && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(Math.max(data.height, 240), 20000)}px`;
    }
    if (data.type === 'rhomboid:page' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });
  script.after(frame);
})();
