/** What the stories import beside scripts. */
declare module '*.css';
