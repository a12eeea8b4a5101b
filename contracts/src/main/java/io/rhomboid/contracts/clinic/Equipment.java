package io.rhomboid.contracts.clinic;

/** One piece of movable equipment, used by one session at a time; two kits are two of these. */
public record Equipment(EquipmentId id, EquipmentKind kind, String name) {}
