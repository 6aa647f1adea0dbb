// The oldest browsers that must work: government desktops often run a Chromium of 2021 under another name.
export const browsers = ["chrome90", "firefox90", "safari15"];
