/** Two different places out of twelve, in order, by numbers from 0 up to 1 that nobody can foresee. */
export function twoPlaces(random: () => number, of = 12): readonly [number, number] {
  const first = Math.floor(random() * of);
  const other = Math.floor(random() * (of - 1));
  const second = other < first ? other : other + 1;
  return first < second ? [first, second] : [second, first];
}
