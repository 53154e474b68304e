/// Oracle's Notifications API: topics and who subscribes to them. Nothing is ever sent.
@NullMarked
package dev.freehold.lab.oracle.notification;

import org.jspecify.annotations.NullMarked;
