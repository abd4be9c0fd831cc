// The build says until which day the website can be trusted; this says so aloud when that day has passed.
(() => {
  const built = document.querySelector("[data-rh-lita-till]");
  const main = document.querySelector(".md-main");
  if (!built || !main) return;
  const [year, month, day] = built.dataset.rhLitaTill.split("-").map(Number);
  if (new Date() < new Date(year, month - 1, day + 1)) return; // the last day itself counts

  const notice = document.createElement("div");
  notice.className = "rh-gammal";
  notice.setAttribute("role", "status");
  main.before(notice); // before the words: a status that is already there when it changes is read aloud
  const sign = document.createElement("span");
  sign.className = "rh-lage__tecken";
  sign.ariaHidden = "true";
  sign.textContent = "■";
  const words = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = "Handboken har inte kontrollerats i tid.";
  const days = [...built.querySelectorAll("time")].map((time) => time.textContent);
  words.append(strong, ` Den byggdes ${days[0]} och skulle ha kontrollerats igen senast ${days[1]}. `);
  words.append("Fråga redaktionen innan du litar på granskningsdagar och lagrum.");
  notice.append(sign, words);
})();
