### Bundles: what reading a bundle, a roster or a key file has to say.

error-not-canonical = The content of the file is not in the form this program writes; the file is damaged or another program has changed it.
    .next = Take another copy of the file or make it again.
