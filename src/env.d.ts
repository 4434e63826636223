declare namespace App {
  interface Locals {
    /** The attributes of the site's own words: their language, if the texts have another one. */
    own: { lang?: string };
  }
}
