// Fills this browser with a year that never was, to see what the statistics look like.
const CAMPAIGN = "keep-the-library";
const HOUR = 3_600_000;

document.getElementById("fill").addEventListener("click", () => {
  let state = 7;
  const chance = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const now = Math.floor(Date.now() / HOUR);
  const channels = { whatsapp: 9, facebook: 6, email: 4, x: 2, mastodon: 1 };
  const zone = new Date().getTimezoneOffset() / 60;
  for (let day = 364; day >= 0; day -= 1) {
    const counts = new Map();
    const count = (hour, kind, channel, variant, n) => {
      const key = `${hour} ${kind} ${channel} ${variant}`;
      if (n > 0) counts.set(key, (counts.get(key) ?? 0) + n);
    };
    const start = Math.floor(now / 24) * 24 - day * 24;
    const weekend = new Date(start * HOUR).getUTCDay() % 6 === 0;
    for (const local of [8, 12, 20]) {
      const hour = start + local + zone;
      if (hour > now) continue;
      const good = local === 20 ? 3 : 1;
      count(hour, "view", "", "", 20 + chance(30));
      count(hour, "sign", "", "", chance(3));
      for (const [channel, share] of Object.entries(channels)) {
        const variant = chance(2) ? "a" : "b";
        const clicks = chance(3);
        count(hour, "share", channel, variant, clicks);
        for (let after = 0; after < 3 && hour + after <= now; after += 1) {
          const came = clicks && chance(share * good * (weekend ? 1 : 2));
          count(hour + after, "arrival", channel, variant, came);
          let signed = 0;
          for (let at = 0; at < came; at += 1) signed += chance(100) < (variant === "a" ? 22 : 30) ? 1 : 0;
          count(hour + after, "sign", channel, variant, signed);
          count(hour + after, "sent", channel, variant, signed);
        }
      }
    }
    localStorage.setItem(`share-sign/1/count/${CAMPAIGN}/madeup-${start / 24}`, `${new URLSearchParams([...counts])}`);
  }
  document.querySelector("share-sign-stats").refresh();
});
