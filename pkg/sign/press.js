// A sandboxed frame without "allow-forms" submits no form and says nothing about it, so
// that nothing would follow a press on "Sign".

/** Calls `submit(form)` where the browser does not submit by itself. Gives what ends that. */
export function onPress(root, submit) {
  const stop = new AbortController();
  let timer;
  root.addEventListener("submit", () => clearTimeout(timer), stop);
  root.addEventListener(
    "click",
    (event) => {
      const { form } = event.target.closest("[part=form] [part~=sign-button]") ?? {};
      if (form) timer = setTimeout(() => event.defaultPrevented || submit(form));
    },
    stop,
  );
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
