// Days and deadlines: no page and no clock here. A day is the text ÅÅÅÅ-MM-DD, counted in UTC so that no summer time
// can shift it. Working days agree with macros/working_days.py, whose red days the page carries for some years.
window.rhFrister = (() => {
  const DAY = 86_400_000;
  const WEEKDAYS = ["sön", "mån", "tis", "ons", "tor", "fre", "lör"];
  const SHORT = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];
  const LONG = [
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
  ];
  const WRITTEN = /^(\d{4})(-?)(\d{2})\2(\d{2})$/; // with both hyphens or, as a phone's digits have none, with neither
  const [OLDEST, NEWEST] = [1900, 2199];

  const numbers = (day) => day.split("-").map(Number);
  const time = (day) => {
    const [year, month, date] = numbers(day);
    return Date.UTC(year, month - 1, date);
  };
  const dayAt = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);
  const addDays = (day, count) => dayAt(time(day) + count * DAY);
  const lengthOfMonth = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const addMonths = (day, count) => {
    const [year, month, date] = numbers(day);
    const first = new Date(Date.UTC(year, month - 1 + count, 1));
    const last = lengthOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
    return dayAt(first.getTime() + (Math.min(date, last) - 1) * DAY);
  };

  // The page's table: `2026:0101,0106|2027:…`, every year between the first and the last.
  const calendar = (table) => {
    const years = (table || "").split("|").filter(Boolean).map((row) => row.split(":"));
    if (!years.length) return { first: "", last: "", red: new Set() };
    const red = years.flatMap(([year, days]) => days.split(",").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`));
    return { first: years[0][0] + "-01-01", last: years[years.length - 1][0] + "-12-31", red: new Set(red) };
  };
  const covers = (known, day) => known.first <= day && day <= known.last;
  const isWorkingDay = (known, day) => ![0, 6].includes(new Date(time(day)).getUTCDay()) && !known.red.has(day);
  // Null when the counting leaves the table: better no day than a guessed one.
  const addWorkingDays = (known, day, count) => {
    let reached = day;
    for (let left = count; left > 0; ) {
      reached = addDays(reached, 1);
      if (!covers(known, day) || !covers(known, reached)) return null;
      if (isWorkingDay(known, reached)) left -= 1;
    }
    return reached;
  };
  const add = (known, day, count, unit) =>
    ({
      arbetsdagar: () => addWorkingDays(known, day, count),
      kalenderdagar: () => addDays(day, count),
      veckor: () => addDays(day, 7 * count),
      månader: () => addMonths(day, count),
    })[unit]();

  // What somebody has written: { day }, { error } in words, or nothing at all.
  const read = (text, example) => {
    const written = text.trim();
    if (!written) return {};
    const found = WRITTEN.exec(written);
    const cure = `Skriv dagen som ÅÅÅÅ-MM-DD, till exempel ${example}.`;
    if (!found) return { error: `”${written}” är inte en dag. ${cure}` };
    const [year, month, date] = [found[1], found[3], found[4]].map(Number);
    if (year < OLDEST || year > NEWEST) return { error: `Året ${found[1]} kan inte stämma. ${cure}` };
    if (month < 1 || month > 12) return { error: `Månaden ${found[3]} finns inte. ${cure}` };
    const last = lengthOfMonth(year, month);
    if (date < 1 || date > last) return { error: `Dagen ${found[4]} finns inte: ${LONG[month - 1]} ${year} har ${last} dagar. ${cure}` };
    return { day: `${found[1]}-${found[3]}-${found[4]}` };
  };

  const today = (now) => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const withYear = (day) => {
    const [year, month, date] = numbers(day);
    return `${WEEKDAYS[new Date(time(day)).getUTCDay()]} ${date} ${SHORT[month - 1]} ${year}`;
  };
  // `mån 14 dec`; with the year only when it is not the year of `present`.
  const words = (day, present) => (day.slice(0, 4) === present.slice(0, 4) ? withYear(day).slice(0, -5) : withYear(day));

  return { add, addDays, calendar, read, today, withYear, words };
})();
