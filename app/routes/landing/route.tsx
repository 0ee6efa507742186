export default function Landing() {
  return <h1>Nothing crosses until you both say yes.</h1>;
}
