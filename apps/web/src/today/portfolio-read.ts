/** The permission that Today needs; who does not have it works from the list of projects. */
export const portfolioRead = 'portfolio:read';
