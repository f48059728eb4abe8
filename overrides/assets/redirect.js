// Goes on to the new address with the fragment, which the page's own refresh would drop.
const target = document.querySelector('meta[http-equiv="refresh"]').content.replace(/^[^=]*=/, "");
location.replace(target + location.hash);
