import { Card } from "#components/card.tsx";
import { Chips } from "#components/chip.tsx";

/** A room to look at. Everything in it is made up; nothing in it can be pressed. */
export function SampleRoom() {
  return (
    <section aria-labelledby="sample">
      <h2 id="sample" className="mb-1 text-xl">
        What a room looks like
      </h2>
      <p className="mb-4 text-s text-ink-soft">An example. These people are made up.</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <div>
          <p className="mb-2 font-serif text-l">Mine</p>
          <Card over="Letter" title="What I didn’t say in March">
            <p>Only its writer can open it.</p>
          </Card>
        </div>
        <div>
          <p className="mb-2 font-serif text-l">At the door</p>
          <Card person="two" over="From Jonas" title="A forgiveness note">
            <Chips words={["short", "tender"]} />
          </Card>
        </div>
        <div>
          <p className="mb-2 font-serif text-l">Shared</p>
          <Card person="both" over="Agreement · 4 lines agreed" title="How we talk" seam>
            <p>Both have signed every word.</p>
          </Card>
        </div>
      </div>
    </section>
  );
}
