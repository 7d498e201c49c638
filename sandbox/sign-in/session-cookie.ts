/** The name of the cookie that says who is signed in on the operator's own site. Apart, since the contract names it in browsers too. */
export const sessionCookie = 'eksempeltele-session';
