/** The most of a product in one order. Apart from the order, whose checks are the backend's to make. */
export const mostPieces = 99;
