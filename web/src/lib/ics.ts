/** A calendar file with one event, times in UTC, lines folded at 75 bytes as RFC 5545 wants it. */
export function calendarFile(event: {id: string; start: string; end: string; title: string; place: string; now: Date}): string {
  const stamp = (time: string | Date) => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const text = (words: string) => words.replace(/([\\,;])/g, '\\$1').replaceAll('\n', '\\n');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rhomboid//Booking//EN',
    'BEGIN:VEVENT',
    `UID:${event.id}`,
    `DTSTAMP:${stamp(event.now)}`,
    `DTSTART:${stamp(event.start)}`,
    `DTEND:${stamp(event.end)}`,
    `SUMMARY:${text(event.title)}`,
    `LOCATION:${text(event.place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('\r\n') + '\r\n';
}

function fold(line: string): string {
  const bytes = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = bytes.encode(character).length;
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}

/** Hands a file to the browser as a download. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = Object.assign(document.createElement('a'), {href: address, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
