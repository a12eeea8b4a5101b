/** The addresses of the pages on the way to a booked hour, of a clinic that runs there and has an hour free. */
export async function pages(gateway) {
  const from = new Date(Date.now() + 86_400_000).toISOString();
  const free = await (await fetch(`${gateway}/api/v1/availability?treatment=SWEDISH&durationMinutes=60&from=${from}`)).json();
  const [slot] = free.slots;
  if (!slot) throw new Error('nobody is free: there is no booking page to look at');
  const asked = {treatment: 'SWEDISH', minutes: '60'};
  return {
    landing: '/',
    search: `/therapists?${new URLSearchParams(asked)}`,
    times: `/therapists/${slot.therapistId}/times?${new URLSearchParams(asked)}`,
    booking: `/book?${new URLSearchParams({therapist: slot.therapistId, clinic: slot.clinicId, ...asked, start: slot.start})}`,
  };
}
