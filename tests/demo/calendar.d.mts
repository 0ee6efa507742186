/** From now on it is so many days ago; 0 is today. */
export function setDaysAgo(days: number): void;
