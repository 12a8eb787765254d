/** A program for Apache Spark. */
@NullMarked
package io.github.bkd4j.examples;

import org.jspecify.annotations.NullMarked;
