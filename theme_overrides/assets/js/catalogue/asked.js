/** Makes room for the results of a link that asks for some before the page is painted, so that nothing moves then. */
document.currentScript?.parentElement?.classList.toggle("is-searching", location.search.length > 1);
