// Where somebody on the waitlist says yes or no. Whose place it is stands behind the # of the address, so that it is in
// nobody's log. Opening the page changes nothing: mail scanners do that too.
const id = location.hash.slice(1);
const part = (name) => document.getElementById(name);
let version = "";

const words = {
  WAITING: "Nothing is kept for you at the moment. You are still waiting; a mail tells when something becomes free.",
  TAKEN: "The session is yours. A confirmation comes by mail.",
  LAPSED: "You are not waiting any more. You can join the waitlist again whenever you like.",
  CANCELLED: "You are not waiting any more. You can join the waitlist again whenever you like.",
};

function time(text, zone, style) {
  return new Intl.DateTimeFormat("en-GB", { ...style, timeZone: zone }).format(new Date(text));
}

function show(entry) {
  const offer = entry.offer;
  part("answers").hidden = !offer;
  part("leave").hidden = !["WAITING", "OFFERED"].includes(entry.state);
  part("when").textContent = offer ? time(offer.start, offer.zone, { dateStyle: "full", timeStyle: "short" }) : "";
  part("what").textContent = offer ? `With ${offer.therapistName}. Times are those of the clinic (${offer.zone}).` : "";
  part("said").textContent = offer
    ? `Kept for you until ${time(offer.until, offer.zone, { dateStyle: "medium", timeStyle: "short" })}.`
    : words[entry.state];
}

async function ask(method, path) {
  const url = `/api/v1/waitlist/${encodeURIComponent(id)}${path}`;
  const headers = method === "PUT" ? { "If-Match": version } : {};
  try {
    const answer = await fetch(url, { method, headers, cache: "no-store" });
    const body = await answer.json();
    if (answer.ok) {
      version = answer.headers.get("ETag");
      show(body);
    } else if (method === "PUT") {
      await ask("GET", "");
      if (body.detail) part("said").textContent = `${body.detail} ${part("said").textContent}`;
    } else {
      part("said").textContent = body.detail ?? "That did not work. Try again in a moment.";
    }
  } catch {
    part("said").textContent = "That did not work. Try again in a moment.";
  }
}

for (const [button, path] of [["yes", "/acceptance"], ["no", "/refusal"], ["leave", "/cancellation"]]) {
  part(button).addEventListener("click", () => ask("PUT", path));
}
ask("GET", "");
