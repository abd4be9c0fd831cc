// A calendar file (RFC 5545) as text: all-day events, lines folded at 75 bytes and ended by CRLF. Nothing is sent.
window.rhKalenderfil = (() => {
  const LIMIT = 75;
  const encoder = new TextEncoder();
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const compact = (day) => day.replaceAll("-", "");
  const folded = (line) => {
    const lines = [""];
    let size = 0;
    for (const sign of line) { // whole characters: å is two bytes and must not be cut in half
      const bytes = encoder.encode(sign).length;
      if (size + bytes > LIMIT) {
        lines.push(" ");
        size = 1;
      }
      lines[lines.length - 1] += sign;
      size += bytes;
    }
    return lines.join("\r\n");
  };
  const event = (entry, stamp) => [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(entry.day)}`,
    `DTEND;VALUE=DATE:${compact(rhFrister.addDays(entry.day, 1))}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.about)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
  // entries: { uid, day, title, about }; now: when the file is made.
  return (name, entries, now) => {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Rutinhandboken//Checklista//SV",
      "CALSCALE:GREGORIAN",
      `X-WR-CALNAME:${escaped(name)}`,
      ...entries.flatMap((entry) => event(entry, stamp)),
      "END:VCALENDAR",
    ];
    return lines.map(folded).join("\r\n") + "\r\n";
  };
})();
