import { Random } from './random.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05, a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
/** Opens a stream of its own, apart from the conversations'. */
const STARTS_STREAM = -1;

/** How many visitors write in each hour of a day, against the busiest. */
const HOURS = [5, 3, 2, 2, 2, 4, 10, 25, 55, 85, 98, 100, 88, 84, 92, 95, 88, 76, 66, 60, 52, 38, 22, 11];
/** The same for the days from Monday to Sunday. */
const DAYS = [112, 108, 100, 97, 94, 42, 34];
const HOURS_TOTAL = HOURS.reduce((sum, weight) => sum + weight, 0);
const DAYS_TOTAL = DAYS.reduce((sum, weight) => sum + weight, 0);

/** Number of the help desk's week that holds an instant; weeks begin on Monday, 0 is the first one of 1970. */
export function deskWeekOf(at: number, utcOffsetMs: number): number {
  return Math.floor((at + utcOffsetMs - FIRST_MONDAY_MS) / WEEK_MS);
}

/** First instant of a week of the help desk, epoch ms. */
export function deskWeekStart(week: number, utcOffsetMs: number): number {
  return week * WEEK_MS + FIRST_MONDAY_MS - utcOffsetMs;
}

/** The instants, ascending, at which conversations of one week start: quiet nights, weekends and year's ends. */
export function startsOfWeek(seed: number, week: number, size: number, utcOffsetMs: number): readonly number[] {
  const random = new Random(seed, week, STARTS_STREAM);
  const mondayAt = deskWeekStart(week, utcOffsetMs);
  const weekSize = size * (0.96 + 0.08 * random.next());
  const starts: number[] = [];
  DAYS.forEach((dayWeight, day) => {
    const dayAt = mondayAt + day * DAY_MS;
    const daySize = (weekSize * dayWeight * season(dayAt + utcOffsetMs)) / DAYS_TOTAL;
    HOURS.forEach((hourWeight, hour) => {
      const expected = ((daySize * hourWeight) / HOURS_TOTAL) * (0.8 + 0.4 * random.next());
      const count = Math.floor(expected + random.next());
      const hourAt = dayAt + hour * HOUR_MS;
      const inHour = Array.from({ length: count }, () => hourAt + Math.floor(random.next() * HOUR_MS));
      starts.push(...inHour.sort((a, b) => a - b));
    });
  });
  return starts;
}

/** Size of a day against an ordinary one of its kind. */
function season(wallClock: number): number {
  const date = new Date(wallClock);
  const day = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  if ((day >= 1224 && day <= 1226) || day === 1231 || day === 101) return 0.4;
  return day > 1226 || day === 102 ? 0.7 : 1;
}

/** The instant itself where the team is at work then, else a moment after it is next. */
export function whenTeamWorks(at: number, random: Random, utcOffsetMs: number): number {
  const wallClock = at + utcOffsetMs - FIRST_MONDAY_MS;
  const midnight = Math.floor(wallClock / DAY_MS) * DAY_MS;
  const hour = (wallClock - midnight) / HOUR_MS;
  for (let ahead = 0; ; ahead++) {
    const [opens, closes] = openingHours(midnight + ahead * DAY_MS);
    if (ahead === 0 && hour >= opens && hour < closes) return at;
    if (closes > opens && (ahead > 0 || hour < opens)) {
      const openingAt = midnight + ahead * DAY_MS + opens * HOUR_MS + FIRST_MONDAY_MS - utcOffsetMs;
      return openingAt + Math.floor(random.next() * 1.5 * HOUR_MS);
    }
  }
}

/** Hours of the day from which and to which someone of the team is there. */
function openingHours(midnight: number): readonly [opens: number, closes: number] {
  const day = (((midnight / DAY_MS) % 7) + 7) % 7;
  if (day === 6) return [0, 0];
  return day === 5 ? [9, 15] : [8, 20];
}
