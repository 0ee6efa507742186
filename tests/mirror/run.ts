// npm run mirror:score        precision and recall of the language mirror, by class
//   --missed CLASS|all        and what it got wrong among the sentences that it was written with
import { MAY_BE_READ, scores, SETS } from "./score.ts";

const asked = process.argv.indexOf("--missed");
const of = asked > 0 ? process.argv[asked + 1] : undefined;

for (const set of Object.keys(SETS) as (keyof typeof SETS)[]) {
  console.log(`\n| ${set} | sentences | marks | precision | recall |`);
  console.log("| --- | ---: | ---: | ---: | ---: |");
  for (const { class: name, sentences, marks, precision, recall, missed } of scores(set)) {
    console.log(
      `| ${name} | ${sentences} | ${marks} | ${precision.toFixed(2)} | ${recall.toFixed(2)} |`,
    );
    // Of the other sets nothing is ever shown: who tunes must not see it.
    if (!MAY_BE_READ.includes(set) || (of !== name && of !== "all")) continue;
    for (const { sentence, why } of missed) console.log(`  ${why}: ${sentence}`);
  }
}
