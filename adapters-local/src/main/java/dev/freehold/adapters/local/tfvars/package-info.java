/// The settings of people who come from OpenTofu, or go there: `terraform.tfvars`.
@NullMarked
package dev.freehold.adapters.local.tfvars;

import org.jspecify.annotations.NullMarked;
