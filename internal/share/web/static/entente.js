// Opens the card that a mark in the text or an address points to.
function openTarget() {
  const card = document.getElementById(location.hash.slice(1));
  if (!card) return;
  if (card.tagName === "DETAILS") card.open = true;
  for (const old of document.querySelectorAll(".shown")) old.classList.remove("shown");
  card.classList.add("shown");
  card.scrollIntoView({ block: "nearest", behavior: "smooth" });
}
addEventListener("hashchange", openTarget);
addEventListener("DOMContentLoaded", openTarget);
for (const link of document.querySelectorAll('.text a[href^="#"]'))
  link.addEventListener("click", () => setTimeout(openTarget));
