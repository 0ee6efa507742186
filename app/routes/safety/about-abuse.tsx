import { Link } from "@remix-run/react";

/** The same plain words for everybody, whatever they answered, also without scripts. */
export function AboutAbuse() {
  return (
    <section aria-labelledby="about" className="max-w-measure space-y-4">
      <h2 id="about" className="text-xl">
        What everybody should know
      </h2>
      <p>
        A quarrel is between two people who both can speak. Abuse is when one of them makes the
        other smaller, again and again, so as to have their way. It happens between partners and
        former partners, parents and grown-up children, siblings and friends, to people of every age
        and gender, with and without blows. It can look like this:
      </p>
      <ul className="list-disc space-y-1.5 pl-5 marker:text-ink-soft">
        <li>You weigh each word, because their mood decides how the day will be.</li>
        <li>They decide about your money, your sleep, your clothes, your work, or whom you see.</li>
        <li>They read your messages, or want to know your passwords or where you are.</li>
        <li>
          They threaten: to hurt you, themselves, the children or an animal, to shame you, to take
          something from you.
        </li>
        <li>
          They push, hold, hit, choke or lock in, or make you do things with your body that you do
          not want.
        </li>
        <li>
          Afterwards it was your fault, or it never happened; then there are tears, gifts and
          promises, and after a while it begins again.
        </li>
      </ul>
      <h3 className="pt-2 text-l">Why we ask</h3>
      <p>
        Rebuilding trust needs two people who are both free to say no. Where one is not, talking
        together can make things worse, and those who know about it advise against counselling for
        two. A place like this one could then be used to press, to watch or to wear down, however it
        is built.
      </p>
      <h3 className="pt-2 text-l">If you want to go, or to be out of reach</h3>
      <p>
        The time of leaving can be the most dangerous one. Plan it with somebody who knows how,
        before you change anything that the other would notice. The people on the help lines do this
        every day, and you need not have decided anything to call them.
      </p>
      <h3 className="pt-2 text-l">If somebody else uses your device</h3>
      <p>
        Whoever can open your phone or computer may see that you were here. “Exit this page” leaves
        at once, but does not clear the browser’s history.{" "}
        <Link to="/help#leaving" className="link">
          More about leaving a page quickly
        </Link>
        .
      </p>
      <h3 className="pt-2 text-l">If it is you who frightens, threatens or hurts</h3>
      <p>
        Then this is not the place to make it good. It can change, with help and with time, and not
        by asking something of the person whom you have hurt. Help lines talk with you too.
      </p>
      <p>
        <Link to="/help" className="link inline-flex min-h-target items-center">
          Find someone to talk to
        </Link>
      </p>
    </section>
  );
}
