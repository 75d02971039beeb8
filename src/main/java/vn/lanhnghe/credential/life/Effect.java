package vn.lanhnghe.credential.life;

import vn.lanhnghe.credential.Diploma;

/** What a decision does to one of its diplomas; {@code happens} is false when it is left out, and {@code told} says why. */
public record Effect(Diploma diploma, boolean happens, String told) {}
