"""From files to what stays loaded: settings, packs, replies, classifier."""
